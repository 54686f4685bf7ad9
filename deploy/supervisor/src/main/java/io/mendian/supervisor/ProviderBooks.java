package io.mendian.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * I7: what the payment provider's own journal says was paid and refunded, against what order-service says. Only where the
 * provider is our simulator, which keeps a journal; what is younger than a minute may still be under way.
 */
final class ProviderBooks {

    private static final Duration UNDER_WAY = Duration.ofSeconds(60);
    private static final Set<String> PAID = Set.of("SUCCESS", "REFUND");
    private static final String EVER = "2999-01-01T00:00:00Z";
    private static final int PAGE = 1000;
    private static final int SHOWN = 20;

    private final int simulators;
    private final GatewayClient headquarters;
    private final Instant now;

    ProviderBooks(int simulators, GatewayClient headquarters, Instant now) {
        this.simulators = simulators;
        this.headquarters = headquarters;
        this.now = now;
    }

    /** What the provider did: an amount, and when. */
    record Deed(long amountMinor, Instant at) {}

    List<Books.Check> checks() {
        Map<String, Deed> paid = new TreeMap<>();
        Map<String, Deed> refunded = new TreeMap<>();
        journal("trade").forEach(entry -> {
            JsonNode outcome = entry.path("data").path("outcome");
            if (PAID.contains(outcome.path("state").asString(""))) {
                JsonNode wish = entry.path("data").path("wish");
                paid.put(
                        wish.path("outTradeNo").asString(),
                        new Deed(wish.path("total").asLong(), instant(outcome.path("paidAt"), entry)));
            }
        });
        journal("refund").forEach(entry -> {
            JsonNode refund = entry.path("data");
            if (refund.path("status").asString("").equals("SUCCESS")) {
                refunded.put(
                        refund.path("outRefundNo").asString(),
                        new Deed(refund.path("amount").asLong(), instant(refund.path("doneAt"), entry)));
            }
        });
        return List.of(
                check("I7 payments in the provider's journal = payments here", paid, "provider-payments"),
                check("I7 refunds in the provider's journal = refunds here", refunded, "provider-refunds"));
    }

    private Books.Check check(String name, Map<String, Deed> theirs, String ledger) {
        long began = System.nanoTime();
        List<String> wrong = differences(theirs, ours(ledger), now);
        return new Books.Check(
                "provider",
                name,
                wrong.isEmpty(),
                theirs.size(),
                (System.nanoTime() - began) / 1_000_000,
                wrong.stream().limit(SHOWN).toList());
    }

    static List<String> differences(Map<String, Deed> theirs, Map<String, Long> ours, Instant now) {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> numbers = new TreeSet<>(theirs.keySet());
        numbers.addAll(ours.keySet());
        for (String number : numbers) {
            Deed there = theirs.get(number);
            Long here = ours.get(number);
            boolean young = there != null && here == null && there.at().isAfter(now.minus(UNDER_WAY));
            if (!young && (there == null || here == null || here != there.amountMinor())) {
                wrong.add(number + ": provider " + (there == null ? "nothing" : there.amountMinor()) + ", here "
                        + (here == null ? "nothing" : here));
            }
        }
        return wrong;
    }

    private Map<String, Long> ours(String ledger) {
        Map<String, Long> rows = new HashMap<>();
        String path = "/hq/v1/books/order/ledgers/" + ledger;
        for (JsonNode bucket : headquarters.get(path + "?cut=" + EVER)) {
            headquarters
                    .get(path + "/" + bucket.path("bucket").asInt() + "?cut=" + EVER)
                    .forEach(row -> rows.put(
                            row.path("id").asString(), row.path("value").asLong()));
        }
        return rows;
    }

    /** All entries of a kind, oldest first: the last one of a thing says how it is. */
    private List<JsonNode> journal(String kind) {
        List<JsonNode> entries = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = ask("/_sim/journal?kind=" + kind + "&limit=" + PAGE + "&after=" + after);
            page.forEach(entries::add);
            if (page.size() < PAGE) {
                return entries;
            }
            after = page.get(page.size() - 1).path("seq").asLong();
        }
    }

    private JsonNode ask(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulators + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new CommandFailure("The simulators do not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static Instant instant(JsonNode value, JsonNode entry) {
        return Instant.parse(
                value.isString() ? value.asString() : entry.path("at").asString());
    }
}
