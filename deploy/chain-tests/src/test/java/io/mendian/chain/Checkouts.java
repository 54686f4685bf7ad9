package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People who buy at the same time, each request with a key of its own that is kept until it is answered. */
final class Checkouts {

    private static final int AT_ONCE = 6;

    /** One request that is repeated until somebody answers it: {@code order} is the paid order, or null when it was refused. */
    static final class Request {
        private final Door door;
        private final String path;
        private final Object body;
        private int status;
        private @Nullable String order;

        Request(Door door, String path, Object body) {
            this.door = door.withKey(UUID.randomUUID().toString());
            this.path = path;
            this.body = body;
        }

        boolean send() {
            try {
                Door.Answer answer = door.post(path, body);
                status = answer.status();
                if (status == 201) {
                    JsonNode json = answer.json();
                    assertThat(json.path("status").asString()).isEqualTo("PAID");
                    order = json.path("orderId").asString();
                }
            } catch (UncheckedIOException e) {
                status = 0;
            }
            return answered();
        }

        /** Whether this is the last word: neither silence, nor a failure, nor "still working on it". */
        boolean answered() {
            return status == 201 || status >= 400 && status < 500 && status != 409 && status != 425 && status != 429;
        }

        @Nullable
        String order() {
            return order;
        }
    }

    private final Shop shop;
    private final String sku;
    private final List<Member> members;
    private final List<Request> all = new ArrayList<>();
    private int before;
    private int piecesBefore;

    Checkouts(Shop shop, String sku, List<Member> members) {
        this.shop = shop;
        this.sku = sku;
        this.members = members;
    }

    /** One for each member (coupon, points, stored value), the others for cash at the till; one piece each. */
    List<Request> prepare(int count) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(i < members.size() ? memberOrder(members.get(i)) : sale());
        }
        all.addAll(requests);
        return requests;
    }

    Request add(Request request) {
        all.add(request);
        return request;
    }

    Request memberOrder(Member member) {
        return new Request(
                member.app(),
                "/app/v1/orders",
                with(
                        "storeId",
                        shop.storeId,
                        "lines",
                        List.of(with("skuId", sku, "quantity", 1)),
                        "usePoints",
                        -1,
                        "storedValueMinor",
                        -1));
    }

    Request sale() {
        return new Request(shop.clerk, "/store/v1/sales", shop.cashSale(sku, 1, 10_000));
    }

    /** Sends them in parallel; after {@code calm} answers the disaster strikes while the others are under way. */
    static void sendAll(List<Request> requests, int calm, Runnable disaster) {
        AtomicInteger answers = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> futures = new ArrayList<>();
            for (Request request : requests) {
                futures.add(threads.submit(() -> {
                    boolean ignored = request.send();
                    if (answers.incrementAndGet() == calm) {
                        disaster.run();
                    }
                }));
            }
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Repeats what has no answer with its key until it has one. */
    static void repeat(List<Request> requests) {
        for (Request request : requests) {
            Shop.until(() -> request.answered() || request.send());
        }
    }

    /** A sale that was made before: {@code pieces} of the product. */
    void count(int pieces) {
        before++;
        piecesBefore += pieces;
    }

    long pieces() {
        return paid() - before + piecesBefore;
    }

    long paid() {
        return before
                + all.stream()
                        .map(Request::order)
                        .filter(order -> order != null)
                        .distinct()
                        .count();
    }
}
