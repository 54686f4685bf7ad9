package io.mendian.simulators.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Locale;

/**
 * All secrets between the merchant and the simulated providers. They are generated once per folder and never change
 * afterwards, so that services and simulators may start in any order and again.
 */
public record ProviderKeys(App app, Merchant merchant, Platform platform, Sms sms) {

    /** The mini-program at WeChat. */
    public record App(String id, String secret) {}

    /** What the merchant holds at WeChat Pay: his number, his signing key and the 32-byte API v3 key. */
    public record Merchant(String id, String serial, PrivateKey key, PublicKey publicKey, String apiV3Key) {}

    /**
     * What WeChat Pay signs with: the public-key mode (the merchant knows {@code publicKey} by {@code publicKeyId}) and
     * the older certificate mode with a key pair of its own.
     */
    public record Platform(
            String publicKeyId,
            PrivateKey key,
            PublicKey publicKey,
            PrivateKey certificateKey,
            X509Certificate certificate) {

        /** The certificate's serial number as WeChat Pay writes it: upper-case hex. */
        public String certificateSerial() {
            return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        }
    }

    /** The account at the SMS provider. */
    public record Sms(String keyId, String secret) {}

    /**
     * Generates the set into {@code dir} when it is not there, then reads it. Several processes may call this at once.
     *
     * @throws IllegalStateException when the folder holds only a part of a set
     */
    public static synchronized ProviderKeys ensure(Path dir) { // file locks hold between processes only
        try {
            Files.createDirectories(dir);
            KeyFolder folder = new KeyFolder(dir);
            try (FileChannel channel = FileChannel.open(
                            dir.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !folder.isComplete()) {
                    folder.generate();
                }
            }
            return folder.read();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read or write provider keys in " + dir + ": " + e.getMessage(), e);
        }
    }
}
