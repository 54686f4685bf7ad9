package io.mendian.order.payment.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the merchant holds at WeChat Pay. {@code platform} are the keys the provider signs with, by serial: its public key
 * (PUB_KEY_ID_…) and, where there is one, its older certificate.
 */
record MerchantKeys(
        String appId,
        String merchantId,
        String merchantSerial,
        PrivateKey merchantKey,
        String apiV3Key,
        String publicKeyId,
        Map<String, PublicKey> platform) {

    /** Reads {@code providers.properties}, {@code merchant.key}, {@code platform.pub} and, if there, {@code platform.crt}. */
    static MerchantKeys read(Path folder) throws IOException {
        Properties named = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("providers.properties"))) {
            named.load(reader);
        }
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            String publicKeyId = require(named, "pay.public-key-id");
            Map<String, PublicKey> platform = new HashMap<>();
            platform.put(publicKeyId, rsa.generatePublic(new X509EncodedKeySpec(pem(folder.resolve("platform.pub")))));
            Path certificate = folder.resolve("platform.crt");
            if (Files.exists(certificate)) {
                try (InputStream in = Files.newInputStream(certificate)) {
                    X509Certificate read = (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
                    String serial = read.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
                    platform.put(serial, read.getPublicKey());
                }
            }
            return new MerchantKeys(
                    require(named, "wechat.app-id"),
                    require(named, "pay.mch-id"),
                    require(named, "pay.merchant-serial"),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(pem(folder.resolve("merchant.key")))),
                    require(named, "pay.api-v3-key"),
                    publicKeyId,
                    Map.copyOf(platform));
        } catch (GeneralSecurityException e) {
            throw new IOException("a key of WeChat Pay in " + folder + " cannot be read", e);
        }
    }

    private static String require(Properties named, String name) throws IOException {
        String value = named.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IOException(name + " is missing in providers.properties");
        }
        return value;
    }

    private static byte[] pem(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(text);
    }
}
