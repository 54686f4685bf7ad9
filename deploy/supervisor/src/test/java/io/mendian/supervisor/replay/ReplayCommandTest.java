package io.mendian.supervisor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.supervisor.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {

    private static final int SALES = 5200;

    @TempDir
    Path home;

    private final StandInChain chain = new StandInChain();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        StringBuilder text = new StringBuilder(" customer_id  date number_of_cds  dollar_value\r\n");
        Random random = new Random(11);
        for (int i = 0; i < SALES; i++) {
            text.append(String.format(
                    " %05d 1997%02d%02d %2d %7.2f\r\n",
                    1 + i / 4,
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    1 + random.nextInt(9),
                    i % 50 == 0 ? 0 : random.nextInt(9999) / 100.0));
        }
        file = Files.writeString(home.resolve("purchases.txt"), text);
        Files.writeString(home.resolve("operator.txt"), "once-only\n");
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void everySaleGoesInAndEveryFigureIsEqual() throws IOException {
        assertThat(replay()).as(printed.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(chain.sales).hasSize(SALES);
        assertThat(chain.members).hasSize(SALES / 4);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Every figure is equal.", "1997-01", "5-");
    }

    @Test
    void aRunThatWasCutShortGoesOnWhereItWas() {
        chain.writesUntilFailure = 8;
        assertThatThrownBy(this::replay).isInstanceOf(CommandFailure.class).hasMessageContaining("stand-in says no");
        int before = chain.sales.size();
        assertThat(before).isBetween(1, SALES - 1);
        chain.writesUntilFailure = Integer.MAX_VALUE;
        chain.calls.clear();
        assertThat(replay()).isZero();
        assertThat(chain.sales).hasSize(SALES);
        assertThat(chain.stores).hasSize(1);
        assertThat(chain.calls).doesNotContain("POST /hq/v1/members/import");
        assertThat(chain.calls.stream()
                        .filter("POST /hq/v1/history/sales"::equals)
                        .count())
                .isLessThanOrEqualTo((SALES - before) / 500 + 5);
    }

    @Test
    void aCheckpointWhoseLastLineWasTornIsUsedUpToThere() throws IOException {
        assertThat(replay()).isZero();
        Path checkpoint = checkpoint();
        byte[] whole = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, java.util.Arrays.copyOf(whole, whole.length - 3));
        chain.calls.clear();
        assertThat(replay()).isZero();
        assertThat(chain.calls.stream()
                        .filter("POST /hq/v1/history/sales"::equals)
                        .count())
                .isEqualTo(1);
        assertThat(chain.sales).hasSize(SALES);
    }

    @Test
    void aChainThatWasResetIsFilledAnew() {
        assertThat(replay()).isZero();
        chain.sales.clear();
        chain.members.clear();
        chain.stores.clear();
        assertThat(replay()).isZero();
        assertThat(chain.sales).hasSize(SALES);
    }

    @Test
    void anyFigureThatDiffersIsSaidAndFailsTheCommand() {
        chain.lie = 1;
        assertThat(replay()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("DIFFERS", "1 figures differ.");
    }

    @Test
    void aServiceThatIsAwayForAMomentIsWaitedFor() {
        chain.writesUntilFailure = 0;
        chain.failure = 503;
        Thread.ofVirtual().start(() -> {
            while (chain.writesUntilFailure > -3) {
                Thread.onSpinWait();
            }
            chain.writesUntilFailure = Integer.MAX_VALUE;
        });
        assertThat(replay()).isZero();
    }

    @Test
    void aWrongFileSaysWhatIsWrongBeforeAnythingIsSent() throws IOException {
        Files.writeString(file, "1 19970101 1 abc\n");
        assertThatThrownBy(this::replay).hasMessageContaining("Line 1");
        assertThat(chain.calls).isEmpty();
    }

    private int replay() {
        ReplayCommand command = new ReplayCommand(new PrintStream(printed, true, StandardCharsets.UTF_8));
        new CommandLine(command)
                .parseArgs(List.of(
                                file.toString(),
                                "--url",
                                chain.url(),
                                "--home",
                                home.toString(),
                                "--patience",
                                "20",
                                "--currency",
                                "USD")
                        .toArray(String[]::new));
        return command.call();
    }

    private Path checkpoint() throws IOException {
        try (var files = Files.list(home.resolve("replay"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
