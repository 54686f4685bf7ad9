package io.mendian.runtime.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reads Ed25519 keys from a folder of PEM files: {@code <issuer>.key} (PKCS#8) and {@code <issuer>.pub} (X.509). */
final class KeyFiles {

    private KeyFiles() {}

    static PrivateKey privateKey(Path file) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pem(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no Ed25519 private key", e);
        }
    }

    static Map<String, PublicKey> publicKeys(Path folder) {
        Map<String, PublicKey> keys = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pub")).toList()) {
                String issuer = file.getFileName().toString().replaceFirst("\\.pub$", "");
                keys.put(issuer, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(pem(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keys in " + folder + " (set MENDIAN_KEYS)", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(folder + " holds a file that is no Ed25519 public key", e);
        }
        return keys;
    }

    private static byte[] pem(Path file) {
        try {
            String text =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return Base64.getDecoder().decode(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key " + file + " (set MENDIAN_KEYS)", e);
        }
    }
}
