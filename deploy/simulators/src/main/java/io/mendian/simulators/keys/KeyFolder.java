package io.mendian.simulators.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The files of one key set. {@code providers.properties} is written last and therefore says that the set is complete. */
final class KeyFolder {

    private static final String PROPERTIES = "providers.properties";
    private static final List<String> KEYS =
            List.of("merchant.key", "platform.key", "platform.pub", "platform-cert.key", "platform.crt");
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final Path dir;
    private final SecureRandom random = new SecureRandom();

    KeyFolder(Path dir) {
        this.dir = dir;
    }

    boolean isComplete() {
        return Files.exists(dir.resolve(PROPERTIES));
    }

    void generate() throws IOException {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            KeyPair platform = rsa.generateKeyPair();
            KeyPair certified = rsa.generateKeyPair();
            Instant now = Instant.now();
            byte[] certificate = PlatformCertificate.selfSigned(
                    certified,
                    new BigInteger(158, random).setBit(158),
                    "Tenpay.com simulated",
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(5 * 365)));
            write(
                    "merchant.key",
                    Pem.write("PRIVATE KEY", rsa.generateKeyPair().getPrivate().getEncoded()));
            write("platform.key", Pem.write("PRIVATE KEY", platform.getPrivate().getEncoded()));
            write("platform.pub", Pem.write("PUBLIC KEY", platform.getPublic().getEncoded()));
            write(
                    "platform-cert.key",
                    Pem.write("PRIVATE KEY", certified.getPrivate().getEncoded()));
            write("platform.crt", Pem.write("CERTIFICATE", certificate));
            write(PROPERTIES, properties());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String properties() throws IOException {
        Properties made = new Properties();
        made.setProperty("wechat.app-id", "wx" + hex(8));
        made.setProperty("wechat.app-secret", hex(16));
        made.setProperty("pay.mch-id", "1" + (600_000_000 + random.nextInt(99_999_999)));
        made.setProperty("pay.merchant-serial", hex(20).toUpperCase(Locale.ROOT));
        made.setProperty("pay.api-v3-key", letters(32));
        made.setProperty("pay.public-key-id", "PUB_KEY_ID_01" + hex(16).toUpperCase(Locale.ROOT));
        made.setProperty("sms.key-id", "SMS" + letters(13));
        made.setProperty("sms.secret", letters(40));
        StringWriter text = new StringWriter();
        made.store(text, "Simulated providers: generated, safe to delete together with the other files of this folder");
        return text.toString();
    }

    ProviderKeys read() throws IOException {
        for (String name : KEYS) {
            if (!Files.exists(dir.resolve(name))) {
                throw new IllegalStateException(
                        name + " is missing in " + dir + ": delete the folder to have a new set of keys");
            }
        }
        Properties set = new Properties();
        set.load(new StringReader(Files.readString(dir.resolve(PROPERTIES))));
        try {
            PrivateKey merchant = privateKey("merchant.key");
            return new ProviderKeys(
                    new ProviderKeys.App(value(set, "wechat.app-id"), value(set, "wechat.app-secret")),
                    new ProviderKeys.Merchant(
                            value(set, "pay.mch-id"),
                            value(set, "pay.merchant-serial"),
                            merchant,
                            publicHalf(merchant),
                            value(set, "pay.api-v3-key")),
                    new ProviderKeys.Platform(
                            value(set, "pay.public-key-id"),
                            privateKey("platform.key"),
                            publicKey("platform.pub"),
                            privateKey("platform-cert.key"),
                            certificate()),
                    new ProviderKeys.Sms(value(set, "sms.key-id"), value(set, "sms.secret")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key in " + dir + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String value(Properties set, String name) {
        String value = set.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is missing in " + dir.resolve(PROPERTIES));
        }
        return value;
    }

    private PrivateKey privateKey(String name) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(Files.readString(dir.resolve(name)))));
    }

    private PublicKey publicKey(String name) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Pem.read(Files.readString(dir.resolve(name)))));
    }

    private static PublicKey publicHalf(PrivateKey key) throws GeneralSecurityException {
        RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    }

    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(dir.resolve("platform.crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** Atomic, and readable by the owner only where the file system knows owners. */
    private void write(String name, String text) throws IOException {
        Path temporary = dir.resolve(name + ".new");
        Files.deleteIfExists(temporary);
        if (dir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(temporary, text);
        Files.move(temporary, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
