package io.mendian.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;

/** A folder with keys of the gateway and of two services. */
public final class GatewayKeys {

    private GatewayKeys() {}

    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("gateway-keys");
            for (String issuer : List.of("gateway", "order-service", "member-service")) {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                pem(
                        folder.resolve(issuer + ".key"),
                        "PRIVATE KEY",
                        pair.getPrivate().getEncoded());
                pem(
                        folder.resolve(issuer + ".pub"),
                        "PUBLIC KEY",
                        pair.getPublic().getEncoded());
            }
            return folder;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pem(Path file, String what, byte[] encoded) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n" + Base64.getEncoder().encodeToString(encoded) + "\n-----END " + what
                        + "-----\n");
    }
}
