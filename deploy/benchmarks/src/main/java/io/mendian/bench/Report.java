package io.mendian.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints each outcome as it comes, and keeps all of them for JSON, HTML and comparison. */
final class Report {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Plan plan;
    private final String commit;
    private final String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final List<Outcome> outcomes = new ArrayList<>();

    Report(Plan plan, String commit) {
        this.plan = plan;
        this.commit = commit;
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        System.out.println("\n" + outcome.id() + "  " + outcome.title());
        for (Outcome.Figure figure : outcome.figures()) {
            String aim = figure.met() == null ? "" : (figure.met() ? "✓ " : "✗ ") + figure.aim();
            System.out.printf(
                    "  %-44s %12s %-10s %-10s %s%n",
                    figure.name(), Numbers.text(figure.value()), figure.unit(), aim, figure.note());
        }
        outcome.violations().forEach(what -> System.out.println("  VIOLATED: " + what));
    }

    String time() {
        return time.replace(":", "");
    }

    Plan plan() {
        return plan;
    }

    String commit() {
        return commit;
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    boolean isValid() {
        return outcomes.stream().allMatch(outcome -> outcome.violations().isEmpty());
    }

    /** The exponents that have grown, in all benchmarks. */
    List<String> grown() {
        return outcomes.stream().flatMap(outcome -> outcome.grown().stream()).toList();
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("time", time);
        all.put("commit", commit);
        all.put("size", plan.size().name());
        all.put("seed", plan.seed());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        List<Object> benchmarks = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", outcome.id());
            one.put("title", outcome.title());
            one.put("figures", outcome.figures());
            one.put("series", outcome.series());
            one.put("violations", outcome.violations());
            benchmarks.add(one);
        }
        all.put("benchmarks", benchmarks);
        return JSON.writeValueAsString(all);
    }

    /** A line per figure that both runs have: new, old, new ÷ old. */
    List<String> compareWith(String earlierJson) {
        Map<String, Double> earlier = new LinkedHashMap<>();
        for (JsonNode benchmark : JSON.readTree(earlierJson).path("benchmarks")) {
            for (JsonNode figure : benchmark.path("figures")) {
                earlier.put(
                        benchmark.path("id").asString() + " "
                                + figure.path("name").asString(),
                        figure.path("value").asDouble());
            }
        }
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (Outcome.Figure figure : outcome.figures()) {
                String name = outcome.id() + " " + figure.name();
                Double before = earlier.get(name);
                if (before != null && before != 0) {
                    lines.add(String.format(
                            java.util.Locale.ROOT,
                            "%-52s %12s → %12s  × %.2f",
                            name,
                            Numbers.text(before),
                            Numbers.text(figure.value()),
                            figure.value() / before));
                }
            }
        }
        return lines;
    }
}
