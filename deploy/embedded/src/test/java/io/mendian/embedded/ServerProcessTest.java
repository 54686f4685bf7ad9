package io.mendian.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aRecordedPidThatNowBelongsToAStrangerIsNotTouched() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        ProcessMark mark = ProcessMark.of(stranger.pid()).orElseThrow();
        ServerProcess.writeAtomically(
                folder.resolve("shop.pid"), new ProcessMark(mark.pid(), mark.started() + "7", mark.boot()).text());

        try {
            assertThat(ServerProcess.running(folder, "shop")).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(folder.resolve("shop.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aLaterRunFindsTheProcessAndStopsIt() {
        ServerProcess started = start("sleep", "60");

        ServerProcess found = ServerProcess.running(folder, "shop").orElseThrow();
        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.stop(LONG)).isTrue();

        assertThat(started.isAlive()).isFalse();
        assertThat(ServerProcess.running(folder, "shop")).isEmpty();
    }

    @Test
    void aProcessThatIgnoresTheRequestIsKilled() {
        ServerProcess stubborn = start("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        stubborn.waitUntilReady(
                LONG, () -> ServerProcess.lastWords(stubborn.log()).contains("deaf"));

        assertThat(stubborn.stop(Duration.ofMillis(300))).isFalse();
        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void aProcessThatDiesWhileStartingIsReportedWithItsLastWords() {
        ServerProcess dying = start("sh", "-c", "sleep 0.2; echo no space left on device");

        assertThatThrownBy(() -> dying.waitUntilReady(LONG, () -> false))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("shop ended while starting")
                .hasMessageContaining("no space left on device")
                .hasMessageContaining(folder.resolve("shop.log").toString());
    }

    @Test
    void theProcessHasASessionOfItsOwn() {
        ServerProcess started = start("sleep", "60");
        try {
            started.waitUntilReady(LONG, () -> sessionOf(started.pid()).equals(Long.toString(started.pid())));
        } finally {
            assertThat(started.stop(LONG)).isTrue();
        }
    }

    private static String sessionOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
        } catch (IOException e) {
            return "gone";
        }
    }

    private ServerProcess start(String... command) {
        return ServerProcess.start(
                new ServerProcess.Start("shop", List.of(command), Map.of("MENDIAN_TEST", "1"), folder, folder));
    }
}
