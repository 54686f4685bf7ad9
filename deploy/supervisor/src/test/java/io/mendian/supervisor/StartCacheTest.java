package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    private static final List<String> FLAGS = List.of("-Xmx160m");

    @TempDir
    Path folder;

    @Test
    void theFirstRunRecordsAndTheNextOnesUseTheCache() throws Exception {
        record("build-1", FLAGS);

        assertThat(flag("build-1", FLAGS)).isEqualTo("-XX:AOTCache=" + folder.resolve("start.aot"));
        assertThat(flag("build-1", FLAGS)).isEqualTo("-XX:AOTCache=" + folder.resolve("start.aot"));
    }

    @Test
    void anotherBuildRecordsAnew() throws Exception {
        record("build-1", FLAGS);

        assertThat(flag("build-2", FLAGS)).startsWith("-XX:AOTCacheOutput=");
        assertThat(folder.resolve("start.aot")).doesNotExist();
    }

    @Test
    void otherFlagsRecordAnew() throws Exception {
        record("build-1", FLAGS);

        assertThat(flag("build-1", List.of("-Xmx192m"))).startsWith("-XX:AOTCacheOutput=");
    }

    @Test
    void aRecordingWhoseRunWasKilledIsThrownAway() throws Exception {
        assertThat(flag("build-1", FLAGS)).startsWith("-XX:AOTCacheOutput=");
        Files.writeString(folder.resolve("start.aot.recording"), "half of it");

        assertThat(flag("build-1", FLAGS)).startsWith("-XX:AOTCacheOutput=");
        assertThat(folder.resolve("start.aot.recording")).doesNotExist();
    }

    private void record(String build, List<String> flags) throws Exception {
        String output = flag(build, flags);
        Files.writeString(Path.of(output.replaceFirst("^-XX:AOTCacheOutput=", "")), "the cache");
        StartCache.keepRecording(folder);
    }

    private String flag(String build, List<String> flags) {
        return new StartCache(folder, new AppFiles(List.of(), "Main", build), flags).flag();
    }
}
