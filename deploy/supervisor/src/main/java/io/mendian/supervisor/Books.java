package io.mendian.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's answer to "do the books balance": one check per invariant and service. */
record Books(List<Check> checks) {

    private static final String BETWEEN_SERVICES = "chain";

    record Check(String service, String name, boolean balanced, long checked, long millis, List<String> offenders) {}

    /** Reads one service's answer or a list of them, bare or under {@code services}. */
    static Books read(String json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        JsonNode services = root.has("services") ? root.path("services") : root;
        List<Check> checks = new ArrayList<>();
        if (services.isArray()) {
            services.forEach(service -> addChecks(service, checks));
        } else {
            addChecks(services, checks);
        }
        return new Books(List.copyOf(checks));
    }

    /** Books without a single check prove nothing, and do not balance. */
    boolean balanced() {
        return !checks.isEmpty() && checks.stream().allMatch(Check::balanced);
    }

    /** Whether nothing but what two services say of one thing differs: a service that has much to read catches up. */
    boolean mayBeUnderWay() {
        List<Check> wrong = checks.stream().filter(check -> !check.balanced()).toList();
        return !wrong.isEmpty()
                && wrong.stream().allMatch(check -> check.service().equals(BETWEEN_SERVICES));
    }

    String table() {
        StringBuilder text = new StringBuilder();
        for (Check check : checks) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-4s %-10s %-82s %,10d rows %6d ms%n",
                    check.balanced() ? "ok" : "BAD",
                    check.service(),
                    check.name(),
                    check.checked(),
                    check.millis()));
            check.offenders()
                    .forEach(offender -> text.append("       ").append(offender).append('\n'));
        }
        long bad = checks.stream().filter(check -> !check.balanced()).count();
        return text
                + (checks.isEmpty()
                        ? "No checks were run."
                        : bad == 0
                                ? checks.size() + " checks, all balanced."
                                : bad + " of " + checks.size() + " checks do not balance.");
    }

    private static void addChecks(JsonNode service, List<Check> into) {
        String name = service.path("service").asString("");
        for (JsonNode check : service.path("checks")) {
            List<String> offenders = new ArrayList<>();
            check.path("offenders")
                    .forEach(
                            offender -> offenders.add(offender.isString() ? offender.asString() : offender.toString()));
            into.add(new Check(
                    check.path("service").asString(name),
                    check.path("name").asString("?"),
                    check.path("balanced").asBoolean(false),
                    check.path("checked").asLong(0),
                    check.path("durationMillis").asLong(0),
                    List.copyOf(offenders)));
        }
    }
}
