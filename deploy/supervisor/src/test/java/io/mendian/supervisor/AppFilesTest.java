package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFilesTest {

    @TempDir
    Path folder;

    @Test
    void ownClassesComeFirstThenTheLibrariesInTheirOrder() throws Exception {
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("zebra-1.jar", "z");
        libraries.put("apple-1.jar", "a");
        Path jar = BootJar.write(folder.resolve("x-app.jar"), FakePart.class, libraries);

        AppFiles app = AppFiles.unpack("order-service", jar, folder.resolve("apps"));

        assertThat(app.mainClass()).isEqualTo(FakePart.class.getName());
        assertThat(app.classPath())
                .extracting(path -> path.getFileName().toString().replaceFirst("-[0-9a-f]+\\.jar$", ""))
                .containsExactly("order-service", "zebra-1", "apple-1");
        try (JarFile own = new JarFile(app.classPath().getFirst().toFile())) {
            assertThat(own.getEntry("io/mendian/supervisor/FakePart.class")).isNotNull();
            assertThat(own.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isNull();
        }
    }

    @Test
    void twoPartsShareALibraryOfTheSameContentOnly() throws Exception {
        Path apps = folder.resolve("apps");
        AppFiles first = unpack("one", Map.of("same-1.jar", "s", "other-1.jar", "before"), apps);
        AppFiles second = unpack("two", Map.of("same-1.jar", "s", "other-1.jar", "after"), apps);

        assertThat(first.classPath())
                .filteredOn(path -> path.toString().contains("same-1"))
                .hasSize(1)
                .isSubsetOf(second.classPath());
        try (Stream<Path> files = Files.list(apps.resolve("lib"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theSameContentIsNotUnpackedTwiceAndAnEarlierBuildGoes() throws Exception {
        Path apps = folder.resolve("apps");
        AppFiles first = unpack("one", Map.of("a-1.jar", "a"), apps);
        assertThat(unpack("one", Map.of("a-1.jar", "a"), apps)).isEqualTo(first);

        AppFiles changed = unpack("one", Map.of("a-1.jar", "b"), apps);

        assertThat(changed.content()).isNotEqualTo(first.content());
        assertThat(first.classPath().getFirst()).doesNotExist();
        assertThat(changed.classPath().getFirst()).exists();
    }

    @Test
    void aPlainJarIsRefused() throws Exception {
        Path apps = folder.resolve("apps");
        AppFiles app = unpack("one", Map.of(), apps);

        assertThatThrownBy(() -> AppFiles.unpack(
                        "two", app.classPath().getFirst().getParent().resolve("none.jar"), apps))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("none.jar");
    }

    private AppFiles unpack(String name, Map<String, String> libraries, Path apps) throws Exception {
        Path jar = folder.resolve(name + "-app.jar");
        Files.deleteIfExists(jar);
        return AppFiles.unpack(name, BootJar.write(jar, FakePart.class, libraries), apps);
    }
}
