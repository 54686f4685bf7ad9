package io.mendian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A folder of fresh keys for every issuer, made once per JVM and deleted with it. */
public final class TestKeys {

    private static final Path FOLDER = make();

    private TestKeys() {}

    public static Path folder() {
        return FOLDER;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("mendian-test-keys");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                boolean ignored = FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            for (String issuer : List.of(
                    "gateway",
                    "member-service",
                    "marketing-service",
                    "order-service",
                    "inventory-service",
                    "booking-service",
                    "analytics-service",
                    "testkit-sample")) {
                KeyPair pair = generator.generateKeyPair();
                pem(
                        folder.resolve(issuer + ".key"),
                        "PRIVATE KEY",
                        pair.getPrivate().getEncoded());
                pem(
                        folder.resolve(issuer + ".pub"),
                        "PUBLIC KEY",
                        pair.getPublic().getEncoded());
            }
            SecureRandom random = new SecureRandom();
            for (String name : List.of("fields.key", "fields-index.key")) {
                byte[] key = new byte[32];
                random.nextBytes(key);
                Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pem(Path file, String what, byte[] encoded) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
