package io.mendian.chain.chaos;

import io.mendian.chain.Door;
import io.mendian.chain.Shop;
import io.mendian.supervisor.Part;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Level L5: every journey tried once while one dependency is down: works, 503, or a failure that must not be. */
final class Matrix {

    /** What is not seen after this time counts as coming later. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private final Arena arena;
    private final MatrixJourneys journeys = new MatrixJourneys();
    private final Shop shop = journeys.shop;
    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

    Matrix(Arena arena) {
        this.arena = arena;
    }

    /** What is down, how to get it down and up again. */
    private record Dependency(String name, Runnable down) {}

    void run() {
        column("all runs");
        for (Dependency dependency : dependencies()) {
            dependency.down.run();
            column(dependency.name);
            arena.wires.heal();
            arena.chain.simulators().delete("/_sim/faults");
            arena.chain.up();
            Shop.until(() -> shop.clerk.get("/store/v1/me").status() == 200);
            arena.judge("L5 " + dependency.name + " was down");
        }
        shop.booksBalance();
    }

    private List<Dependency> dependencies() {
        return List.of(
                server("database", "mariadb"),
                server("cache", "redis"),
                server("broker", "kafka"),
                provider("WeChat Pay", "/v3/pay"),
                provider("WeChat login", "/sns"),
                provider("SMS", "/sms"),
                part(Part.MEMBER),
                part(Part.MARKETING),
                part(Part.INVENTORY),
                part(Part.BOOKING),
                part(Part.ANALYTICS));
    }

    private Dependency server(String name, String server) {
        return new Dependency(name, () -> arena.chain.killServer(server));
    }

    private Dependency part(Part part) {
        return new Dependency(part.title(), () -> arena.kill(part));
    }

    private Dependency provider(String name, String path) {
        return new Dependency(
                name,
                () -> arena.chain
                        .simulators()
                        .put("/_sim/faults", Door.with("http", "500", "httpPath", path))
                        .expect(200));
    }

    private void column(String name) {
        Map<String, String> column = new LinkedHashMap<>();
        long reported = reported();
        long onHand = onHand();
        journeys.all().forEach((journey, attempt) -> column.put(journey, outcome(attempt)));
        column.computeIfPresent(
                "sale for cash", (sale, outcome) -> outcome.equals("OK") ? outcome + later(reported, onHand) : outcome);
        cells.put(name, column);
        column.forEach((journey, outcome) -> {
            if (!outcome.startsWith("OK") && !outcome.equals("503")) {
                arena.violated();
                arena.say("VIOLATION L5 %s with %s down: %s", journey, name, outcome);
            }
        });
    }

    /** What of a sale that worked cannot be seen yet: it follows when the dependency is back. */
    private String later(long reported, long onHand) {
        boolean stock = onHand >= 0 && follows(() -> onHand() < onHand);
        boolean reports = reported >= 0 && follows(() -> reported() > reported);
        return (stock ? "" : ", stock later") + (reports ? "" : ", reports later");
    }

    private static boolean follows(Callable<Boolean> effect) {
        try {
            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(effect);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** -1: nobody says. */
    private long reported() {
        try {
            Door.Answer answer = shop.manager.get("/store/v1/reports/summary");
            return answer.status() == 200 ? answer.json().path("orders").asLong() : -1;
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    private long onHand() {
        try {
            Door.Answer answer = shop.clerk.get("/store/v1/stock/" + journeys.sku);
            return answer.status() == 200 ? answer.json().path("onHand").asLong() : -1;
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    private static String outcome(Callable<Door.Answer> attempt) {
        try {
            Door.Answer answer = attempt.call();
            return answer.status() < 300
                    ? "OK"
                    : answer.status() == 503 ? "503" : answer.status() + " " + answer.body();
        } catch (UncheckedIOException e) {
            return "no answer: " + e.getMessage();
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** Rows are journeys, columns what is down, in Markdown. */
    String table() {
        StringBuilder text = new StringBuilder("| journey | ");
        text.append(String.join(" | ", cells.keySet())).append(" |\n|---|");
        text.repeat("---|", cells.size()).append('\n');
        for (String journey : journeys.all().keySet()) {
            text.append("| ").append(journey).append(" | ");
            cells.values()
                    .forEach(column -> text.append(shortly(column.getOrDefault(journey, "?")))
                            .append(" | "));
            text.append('\n');
        }
        return text.toString();
    }

    private static String shortly(String outcome) {
        return outcome.startsWith("OK") || outcome.equals("503")
                ? outcome
                : "**" + outcome.substring(0, Math.min(3, outcome.length())).strip() + "**";
    }
}
