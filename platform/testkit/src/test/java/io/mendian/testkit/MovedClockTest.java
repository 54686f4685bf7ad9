package io.mendian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.time.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {

    @TempDir
    Path folder;

    @Test
    void withoutAFolderItIsTheSystemsClock() {
        assertThat(MovedClock.in("", "order-service")).isEqualTo(Clock.systemUTC());
    }

    @Test
    void itGoesWrongByWhatIsWrittenForAllAndForItsPart() throws IOException {
        Clock clock = MovedClock.in(folder.toString(), "order-service");
        Clock other = MovedClock.in(folder.toString(), "member-service");
        assertThat(ahead(clock)).isZero();
        Files.writeString(folder.resolve("all"), "7200\n");
        Files.writeString(folder.resolve("order-service"), "-60");
        Awaitility.await().until(() -> ahead(clock) == 7140);
        Awaitility.await().until(() -> ahead(other) == 7200);
        Files.writeString(folder.resolve("all"), "no number");
        Awaitility.await().until(() -> ahead(clock) == -60);
    }

    private static long ahead(Clock clock) {
        return Math.round(Duration.between(Instant.now(), clock.instant()).toMillis() / 1000.0);
    }
}
