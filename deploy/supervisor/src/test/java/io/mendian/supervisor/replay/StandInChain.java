package io.mendian.supervisor.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for a running chain: keeps members and sales in memory and answers as the gateway would. */
final class StandInChain implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, JsonNode> sales = new TreeMap<>();
    final Map<String, String> members = new TreeMap<>();
    final List<String> stores = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    String password = "once-only";
    /** The answer to every write from this number on; 0 for none. */
    int writesUntilFailure = Integer.MAX_VALUE;

    int failure = 400;
    long lie;
    private final HttpServer server;

    StandInChain() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = exchange.getRequestURI();
        Object answer;
        int status = 200;
        synchronized (this) {
            calls.add(exchange.getRequestMethod() + " " + uri.getPath());
            boolean write =
                    exchange.getRequestMethod().equals("POST") && !uri.getPath().contains("/login");
            if (write && writesUntilFailure-- <= 0) {
                status = failure;
                answer = Map.of("detail", "stand-in says no");
            } else {
                answer = answer(uri.getPath(), body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body));
            }
        }
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object answer(String path, JsonNode body) {
        return switch (path) {
            case "/hq/v1/login" -> Map.of("accessToken", body.path("password").asString());
            case "/hq/v1/stores" -> stores(body);
            case "/hq/v1/members/import" -> importMembers(body);
            case "/hq/v1/history/sales" -> takeOver(body);
            case "/hq/v1/history/sales/summary" ->
                Map.of(
                        "sales",
                        sales.size(),
                        "members",
                        customers(),
                        "pieces",
                        sum("pieces"),
                        "amountMinor",
                        sum("amountMinor"));
            case "/hq/v1/reports/summary" ->
                Map.of(
                        "orders",
                        sales.size(),
                        "members",
                        customers(),
                        "pieces",
                        sum("pieces"),
                        "revenueMinor",
                        sum("amountMinor") + lie);
            case "/hq/v1/reports/months" -> months();
            case "/hq/v1/reports/rfm" -> Map.of("scores", scores());
            default -> throw new IllegalStateException(path);
        };
    }

    private Object stores(JsonNode body) {
        if (body.isEmpty()) {
            return stores.stream()
                    .map(code -> Map.of("code", code, "storeId", "77"))
                    .toList();
        }
        stores.add(body.path("code").asString());
        return Map.of("storeId", "77");
    }

    private Object importMembers(JsonNode rows) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode row : rows) {
            String ref = row.path("externalRef").asString();
            boolean created = !members.containsKey(ref);
            String key = members.computeIfAbsent(ref, any -> Integer.toString(9000 + members.size()));
            answers.add(Map.of("externalRef", ref, "memberKey", key, "created", created));
        }
        return answers;
    }

    private Object takeOver(JsonNode body) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode sale : body.path("sales")) {
            JsonNode before = sales.putIfAbsent(sale.path("externalRef").asString(), sale);
            results.add(Map.of(
                    "externalRef",
                    sale.path("externalRef").asString(),
                    "outcome",
                    before == null ? "CREATED" : "EXISTING"));
        }
        return Map.of("results", results);
    }

    private long customers() {
        return sales.values().stream()
                .map(sale -> sale.path("memberKey").asString())
                .distinct()
                .count();
    }

    private long sum(String field) {
        return sales.values().stream()
                .mapToLong(sale -> sale.path(field).asLong())
                .sum();
    }

    private List<Purchase> purchases() {
        return sales.values().stream()
                .map(sale -> new Purchase(
                        1,
                        sale.path("memberKey").asString(),
                        LocalDate.parse(sale.path("businessDate").asString()),
                        sale.path("pieces").asLong(),
                        sale.path("amountMinor").asLong()))
                .toList();
    }

    private List<Map<String, Object>> months() {
        Map<YearMonth, Figures.Month> months = new TreeMap<>();
        purchases()
                .forEach(p -> months.merge(
                        YearMonth.from(p.date()), new Figures.Month(1, p.amountMinor()), Figures.Month::plus));
        List<Map<String, Object>> answer = new ArrayList<>();
        months.forEach((month, sums) -> answer.add(
                Map.of("month", month.toString(), "orders", sums.orders(), "revenueMinor", sums.revenueMinor())));
        return answer;
    }

    private List<Map<String, Object>> scores() {
        LocalDate at = purchases().stream()
                .map(Purchase::date)
                .max(LocalDate::compareTo)
                .orElseThrow();
        List<Map<String, Object>> answer = new ArrayList<>();
        Rfm.table(purchases(), at).forEach((score, count) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("r", score.recency());
            one.put("f", score.frequency());
            one.put("m", score.monetary());
            one.put("members", count);
            answer.add(one);
        });
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
