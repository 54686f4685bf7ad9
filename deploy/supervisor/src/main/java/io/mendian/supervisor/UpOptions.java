package io.mendian.supervisor;

import io.mendian.embedded.EmbeddedMariaDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a chain. {@code startCaches}: record and use them. {@code extra}: further environment variables for
 * the parts that are started now, {@code order-service/NAME} for one of them only, {@code mariadb/--name} for an option of
 * the embedded database. {@code wiring}: what stands between them.
 */
public record UpOptions(
        PortPlan ports,
        External external,
        boolean reset,
        boolean demo,
        boolean startCaches,
        String currency,
        Map<String, String> extra,
        Wiring wiring) {

    /** Everything reaches everything directly. */
    public UpOptions(
            PortPlan ports,
            External external,
            boolean reset,
            boolean demo,
            boolean startCaches,
            String currency,
            Map<String, String> extra) {
        this(ports, external, reset, demo, startCaches, currency, extra, Wiring.DIRECT);
    }

    public UpOptions {
        if (!currency.matches("[A-Z]{3}")) {
            throw new CommandFailure("--currency expects an ISO 4217 code such as CNY or USD, not " + currency + ".");
        }
        extra = Map.copyOf(extra);
    }

    /** The further variables that reach this part. */
    Map<String, String> extra(Part part) {
        Map<String, String> variables = new HashMap<>();
        extra.forEach((name, value) -> {
            int slash = name.indexOf('/');
            if (slash < 0 || name.substring(0, slash).equals(part.title())) {
                variables.put(name.substring(slash + 1), value);
            }
        });
        return variables;
    }

    /** Further options of the embedded database. */
    List<String> databaseOptions() {
        String prefix = EmbeddedMariaDb.NAME + "/";
        return extra.entrySet().stream()
                .filter(option -> option.getKey().startsWith(prefix))
                .map(option -> option.getKey().substring(prefix.length()) + "=" + option.getValue())
                .toList();
    }

    /** Everything embedded at the usual ports, with the demo chain, in yuan. */
    public static UpOptions standard() {
        return new UpOptions(PortPlan.standard(), External.none(), false, true, true, "CNY", Map.of());
    }

    public UpOptions withPorts(PortPlan value) {
        return new UpOptions(value, external, reset, demo, startCaches, currency, extra, wiring);
    }

    public UpOptions withExternal(External value) {
        return new UpOptions(ports, value, reset, demo, startCaches, currency, extra, wiring);
    }

    public UpOptions withoutStartCaches() {
        return new UpOptions(ports, external, reset, demo, false, currency, extra, wiring);
    }

    public UpOptions withExtra(Map<String, String> value) {
        return new UpOptions(ports, external, reset, demo, startCaches, currency, value, wiring);
    }

    public UpOptions withWiring(Wiring value) {
        return new UpOptions(ports, external, reset, demo, startCaches, currency, extra, value);
    }
}
