package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes what a chain needs as secrets, each once, in files that only their owner can read. An existing file is never replaced. */
final class Keys {

    private static final int FIELD_KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 24;
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Keys(Path folder) {
        this.folder = folder;
    }

    /** An Ed25519 pair per issuer of internal tokens, and the two keys of encrypted fields. */
    void createMissing() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            for (Part part : Part.values()) {
                if (part != Part.SIMULATORS) {
                    createPair(part.title());
                }
            }
            createOnce("fields.key", base64(FIELD_KEY_BYTES) + "\n");
            createOnce("fields-index.key", base64(FIELD_KEY_BYTES) + "\n");
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new CommandFailure("Cannot create the keys in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A password that is made on first use: letters, digits, dash and underscore. */
    String password(String name) {
        try {
            Path file = folder.resolve(name + ".password");
            byte[] bytes = new byte[PASSWORD_BYTES];
            random.nextBytes(bytes);
            createOnce(
                    file.getFileName().toString(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandFailure("Cannot create a password in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void createPair(String issuer) throws IOException, NoSuchAlgorithmException {
        if (Files.exists(folder.resolve(issuer + ".key")) && Files.exists(folder.resolve(issuer + ".pub"))) {
            return;
        }
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        // the public half last: a kill in between leaves no pair, and both are made anew
        Files.deleteIfExists(folder.resolve(issuer + ".key"));
        Files.deleteIfExists(folder.resolve(issuer + ".pub"));
        createOnce(issuer + ".key", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        createOnce(issuer + ".pub", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private void createOnce(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        Path partial = folder.resolve(name + ".part");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, text);
        Files.move(partial, file);
    }

    private String base64(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + PEM.encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
