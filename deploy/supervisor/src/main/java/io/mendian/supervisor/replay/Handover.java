package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Brings store, members and sales of the file into the platform, in batches, going on from a checkpoint. */
final class Handover {

    private static final int BATCH = 500;

    /** The sales of a customer stay in one lane and so keep their order; a checkpoint relies on this number. */
    private static final int LANES = 4;

    private static final int PAGE = 200;

    private final Headquarters hq;
    private final Checkpoint checkpoint;
    private final String source;
    private final String currency;
    private final PrintStream out;

    Handover(Headquarters hq, Checkpoint checkpoint, String source, String currency, PrintStream out) {
        this.hq = hq;
        this.checkpoint = checkpoint;
        this.source = source;
        this.currency = currency;
        this.out = out;
    }

    /** The store with this code, opened when there is none. */
    String store(String code, String zone) {
        String known = checkpoint.store();
        if (known != null) {
            return known;
        }
        String id = find(code);
        if (id == null) {
            JsonNode opened = hq.post(
                    "/hq/v1/stores",
                    Map.of(
                            "code",
                            code,
                            "name",
                            "Old till " + source,
                            "kind",
                            "RETAIL",
                            "zone",
                            zone,
                            "manager",
                            Map.of("name", "Replay", "login", "replay-" + code.toLowerCase(java.util.Locale.ROOT))));
            id = opened.path("storeId").asString();
            out.println("Opened the store " + code + ".");
        }
        checkpoint.storeIs(id);
        return id;
    }

    private @org.jspecify.annotations.Nullable String find(String code) {
        String after = "";
        while (true) {
            JsonNode page = hq.get("/hq/v1/stores?limit=" + PAGE + "&after=" + after);
            for (JsonNode store : page) {
                if (store.path("code").asString().equals(code)) {
                    return store.path("storeId").asString();
                }
                after = store.path("code").asString();
            }
            if (page.size() < PAGE) {
                return null;
            }
        }
    }

    /** Takes over every customer; gives his member key by his number. */
    Map<String, String> members(Map<String, LocalDate> customers, String storeId) {
        Map<String, String> known = new HashMap<>(checkpoint.members());
        Meter meter = new Meter(out, "Members", customers.size(), known.size());
        List<Map<String, Object>> batch = new ArrayList<>();
        for (Map.Entry<String, LocalDate> customer : customers.entrySet()) {
            if (!known.containsKey(customer.getKey())) {
                batch.add(Map.of(
                        "source",
                        source,
                        "externalRef",
                        customer.getKey(),
                        "store",
                        storeId,
                        "joinedAt",
                        customer.getValue()
                                .atTime(LocalTime.NOON)
                                .toInstant(ZoneOffset.UTC)
                                .toString()));
            }
            if (batch.size() == BATCH) {
                known.putAll(importMembers(batch, meter));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            known.putAll(importMembers(batch, meter));
        }
        meter.end();
        return known;
    }

    private Map<String, String> importMembers(List<Map<String, Object>> batch, Meter meter) {
        JsonNode answer = hq.post("/hq/v1/members/import", batch);
        Map<String, String> keys = new HashMap<>();
        for (JsonNode result : answer) {
            String key = result.path("memberKey").asString("");
            if (key.isEmpty()) {
                throw new CommandFailure(
                        "Customer " + result.path("externalRef").asString() + " was refused: "
                                + result.path("reason").asString());
            }
            keys.put(result.path("externalRef").asString(), key);
        }
        if (keys.size() != batch.size()) {
            throw new CommandFailure("Sent " + batch.size() + " members, " + keys.size() + " were answered.");
        }
        checkpoint.took(keys);
        meter.add(keys.size());
        return keys;
    }

    /** Takes over every sale, several batches at a time; gives how many a second. */
    double sales(List<Purchase> purchases, Map<String, String> memberKeys, String storeId) {
        List<List<Purchase>> lanes = lanes(purchases);
        Meter meter = new Meter(out, "Sales", purchases.size(), checkpoint.sales());
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                int lane = i;
                running.add(threads.submit(() -> lane(lane, lanes.get(lane), memberKeys, storeId, meter)));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof CommandFailure failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", e);
            }
        }
        meter.end();
        return meter.rate();
    }

    private static List<List<Purchase>> lanes(List<Purchase> purchases) {
        List<List<Purchase>> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            lanes.add(new ArrayList<>());
        }
        purchases.forEach(
                p -> lanes.get(Math.floorMod(p.customer().hashCode(), LANES)).add(p));
        return lanes;
    }

    private void lane(int lane, List<Purchase> purchases, Map<String, String> keys, String storeId, Meter meter) {
        for (int from = 0; from < purchases.size() && !Thread.currentThread().isInterrupted(); from += BATCH) {
            String name = lane + "." + from;
            if (!checkpoint.has(name)) {
                List<Purchase> batch = purchases.subList(from, Math.min(from + BATCH, purchases.size()));
                sell(batch, keys, storeId);
                checkpoint.done(name, batch.size());
                meter.add(batch.size());
            }
        }
    }

    private void sell(List<Purchase> batch, Map<String, String> keys, String storeId) {
        List<Map<String, Object>> sales = new ArrayList<>();
        for (Purchase purchase : batch) {
            sales.add(Map.of(
                    "externalRef", purchase.externalRef(),
                    "memberKey", keys.getOrDefault(purchase.customer(), ""),
                    "memberExternalRef", purchase.customer(),
                    "storeId", storeId,
                    "businessDate", purchase.date().toString(),
                    "pieces", purchase.pieces(),
                    "amountMinor", purchase.amountMinor(),
                    "currency", currency));
        }
        JsonNode answer = hq.post("/hq/v1/history/sales", Map.of("source", source, "sales", sales));
        for (JsonNode result : answer.path("results")) {
            if (result.path("outcome").asString().equals("REFUSED")) {
                throw new CommandFailure("Sale " + result.path("externalRef").asString() + " was refused: "
                        + result.path("reason").asString()
                        + hint(result.path("code").asString()));
            }
        }
    }

    private String hint(String code) {
        return code.equals("HISTORY_CURRENCY_DIFFERS")
                ? ". Start the chain in the file's currency: MENDIAN_CURRENCY=" + currency + " deploy/up"
                : "";
    }
}
