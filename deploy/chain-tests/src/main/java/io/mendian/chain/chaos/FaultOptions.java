package io.mendian.chain.chaos;

import io.mendian.chain.ChainUnderTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the levels L4 and L6 can be told besides. */
final class FaultOptions {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    @Option(
            names = "--nacos",
            paramLabel = "PORT",
            description = "L4 F14: a Nacos on 127.0.0.1 at which the parts register, through wires that are disturbed."
                    + " Its password in the environment: MENDIAN_NACOS_PASSWORD. Without it F14 is skipped.")
    int nacos;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "All clocks begin at this time, such as 2028-02-28T15:50:00Z.")
    @Nullable
    Instant at;

    @Option(
            names = "--previous",
            paramLabel = "FOLDER",
            description = "L4 F24: begins with the version built in this folder, an older checkout, and rolls to this.")
    @Nullable
    Path previous;

    @Option(
            names = "--fault-seconds",
            paramLabel = "N",
            defaultValue = "90",
            description =
                    "Short form: begins no further fault of L4 after so long; those left out come first in the next"
                            + " run of this commit (default ${DEFAULT-VALUE}).")
    int faultSeconds = 90;

    @Option(
            names = "--soak",
            description =
                    "L6 alone: customers all the time, a fault of L4 every minute, all judged every five minutes.")
    boolean soak;

    @Option(names = "--hours", paramLabel = "H", description = "L6: how long (default: 2), such as 0.5.")
    BigDecimal hours = BigDecimal.TWO;

    @Option(names = "--rate", paramLabel = "N", description = "L6: so many customers come in a minute (default: 60).")
    int rate = 60;

    private @Nullable Registry registry;

    /** What the parts are started with besides. */
    Map<String, String> variables(Map<String, String> usual) {
        Map<String, String> variables = new HashMap<>(usual);
        if (nacos != 0) {
            Registry behind = Registry.behindWires(nacos);
            registry = behind;
            variables.putAll(behind.variables());
        }
        return variables;
    }

    /** Whose jars the parts are started from at first. */
    Path first(Path project) {
        return previous == null ? project : previous;
    }

    /** Before anybody has come. */
    void begin(ChainUnderTest chain) {
        if (at != null) {
            ClockFaults.beginAt(chain, at);
        }
    }

    String text() {
        return (nacos == 0 ? "" : " --nacos " + nacos)
                + (at == null ? "" : " --at " + at)
                + (previous == null ? "" : " --previous " + previous)
                + (soak ? " --soak --hours " + hours + " --rate " + rate : "");
    }

    /** When no further fault begins. */
    Instant end(boolean brief) {
        return brief ? Instant.now().plusSeconds(faultSeconds) : Instant.MAX;
    }

    Infrastructure infrastructure(Arena arena, Pattern wanted) {
        return new Infrastructure(arena, wanted, registry);
    }

    void soak(Arena arena, Pattern wanted) {
        new Soak(arena, infrastructure(arena, wanted).anyTime(), rate)
                .run(Duration.ofMinutes(hours.multiply(MINUTES).longValue()));
    }
}
