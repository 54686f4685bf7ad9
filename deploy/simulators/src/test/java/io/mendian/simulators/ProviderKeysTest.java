package io.mendian.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.simulators.keys.ProviderKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderKeysTest {

    @TempDir
    Path dir;

    @Test
    void aSetIsMadeOnceAndReadAgainEvenByTwoAtOnce() {
        var one = CompletableFuture.supplyAsync(() -> ProviderKeys.ensure(dir.resolve("a")));
        var two = CompletableFuture.supplyAsync(() -> ProviderKeys.ensure(dir.resolve("a")));

        assertThat(one.join().merchant()).isEqualTo(two.join().merchant());
        assertThat(ProviderKeys.ensure(dir.resolve("a"))).isEqualTo(one.join());
    }

    @Test
    void theCertificateIsItsOwnAndHasTheSerialThatIsAnnounced() {
        ProviderKeys.Platform platform = ProviderKeys.ensure(dir).platform();

        assertThatCode(() ->
                        platform.certificate().verify(platform.certificate().getPublicKey()))
                .doesNotThrowAnyException();
        assertThatCode(() -> platform.certificate().checkValidity()).doesNotThrowAnyException();
        assertThat(platform.certificateSerial()).matches("[0-9A-F]{39,40}");
        assertThat(platform.publicKeyId()).startsWith("PUB_KEY_ID_");
    }

    @Test
    void secretsAreForTheOwnerOnly() throws Exception {
        ProviderKeys.ensure(dir);

        for (String name : new String[] {"merchant.key", "platform.key", "providers.properties"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aHalfSetIsRefusedWithTheWayOut() throws Exception {
        ProviderKeys.ensure(dir);
        Files.delete(dir.resolve("platform.pub"));

        assertThatThrownBy(() -> ProviderKeys.ensure(dir))
                .hasMessageContaining("platform.pub is missing")
                .hasMessageContaining("delete the folder");
    }
}
