package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * What an order needs elsewhere: points and stored value, coupons, stock. All holds have the order's id, so that taking
 * them again changes nothing, and end by themselves soon after the order's deadline.
 */
@Component
class Holds {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

    /** A payment made at the last moment may be told of a little later; until then nothing is taken away. */
    private static final Duration LATE_ANSWERS = Duration.ofMinutes(3);

    private final MemberClient members;
    private final MarketingClient marketing;
    private final InventoryClient inventory;

    Holds(MemberClient members, MarketingClient marketing, InventoryClient inventory) {
        this.members = members;
        this.marketing = marketing;
        this.inventory = inventory;
    }

    private record Hold(String name, Runnable take, Runnable release) {}

    /**
     * Takes everything, in parallel. Throws the first refusal in the order member, coupon, stock; and when nobody refused
     * but somebody was away, that.
     */
    void take(Order order) {
        List<ProblemException> refusals = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (RuntimeException failure : together(needed(order).stream()
                .map(hold -> (Callable<Object>) () -> {
                    hold.take.run();
                    CrashPoints.at("order.place", "held-" + hold.name);
                    return hold;
                })
                .toList())) {
            if (failure instanceof ProblemException problem && problem.problem().status() < 500) {
                refusals.add(problem);
            } else {
                failures.add(failure);
            }
        }
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Frees what may be held at once; the order's event, or the deadline, does it where a service is away. */
    void release(Order order) {
        together(needed(order).stream()
                        .map(hold -> (Callable<Object>) () -> {
                            hold.release.run();
                            return hold;
                        })
                        .toList())
                .forEach(failure ->
                        LOG.info("order {}: a hold is left to its event: {}", order.id(), failure.toString()));
    }

    private List<Hold> needed(Order order) {
        String id = order.id().text();
        Instant until = order.head().payUntil().plus(LATE_ANSWERS);
        MemberKey member = order.head().member();
        List<Hold> holds = new ArrayList<>();
        if (member != null
                && (order.amounts().pointsUsed() > 0 || order.amounts().storedValueMinor() > 0)) {
            var request = new MemberClient.HoldRequest(
                    id, member, order.amounts().pointsUsed(), order.amounts().storedValueMinor(), until);
            holds.add(new Hold("member", () -> members.hold(request), () -> members.release(id)));
        }
        if (member != null && !order.head().couponIds().isEmpty()) {
            var request = new MarketingClient.CouponHoldRequest(
                    id, member, order.head().couponIds(), until, order.head().coupons());
            holds.add(new Hold("coupon", () -> marketing.hold(request), () -> marketing.release(id)));
        }
        List<InventoryClient.Pieces> pieces = pieces(order);
        if (!pieces.isEmpty()) {
            var request = new InventoryClient.StockHoldRequest(id, order.head().store(), until, pieces);
            holds.add(new Hold("stock", () -> inventory.hold(request), () -> inventory.release(id)));
        }
        return holds;
    }

    private static List<InventoryClient.Pieces> pieces(Order order) {
        Map<Long, Long> bySku = new TreeMap<>();
        order.lines().stream()
                .filter(OrderedLine::takesStock)
                .forEach(line -> bySku.merge(line.sku().value(), line.onShelf(line.quantity()), Math::addExact));
        return bySku.entrySet().stream()
                .map(entry -> new InventoryClient.Pieces(SkuId.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Runs everything at the same time; gives what was thrown, in the order of the tasks. */
    private static List<RuntimeException> together(List<Callable<Object>> tasks) {
        List<RuntimeException> thrown = new ArrayList<>();
        if (tasks.size() == 1) {
            try {
                tasks.getFirst().call();
            } catch (Exception e) {
                thrown.add(unchecked(e));
            }
            return thrown;
        }
        Map<String, @Nullable String> context = MDC.getCopyOfContextMap();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> futures = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        if (context != null) {
                            MDC.setContextMap(context);
                        }
                        return task.call();
                    }))
                    .toList();
            for (Future<Object> future : futures) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    thrown.add(unchecked(e.getCause()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    thrown.add(new IllegalStateException("interrupted while holding", e));
                }
            }
        }
        return thrown;
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
