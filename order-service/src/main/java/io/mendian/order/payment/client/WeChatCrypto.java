package io.mendian.order.payment.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The cryptography of WeChat Pay API v3: SHA256 with RSA over the parts of a message, AES-256-GCM for resources. */
final class WeChatCrypto {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MerchantKeys keys;

    WeChatCrypto(MerchantKeys keys) {
        this.keys = keys;
    }

    /** The value of the Authorization header of a request. */
    String authorization(String method, String target, String body, Instant now) {
        String nonce = nonce();
        long timestamp = now.getEpochSecond();
        String signed = sign(method + "\n" + target + "\n" + timestamp + "\n" + nonce + "\n" + body + "\n");
        return "WECHATPAY2-SHA256-RSA2048 mchid=\"" + keys.merchantId() + "\",nonce_str=\"" + nonce
                + "\",timestamp=\"" + timestamp + "\",serial_no=\"" + keys.merchantSerial() + "\",signature=\""
                + signed + "\"";
    }

    String sign(String message) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(keys.merchantKey());
            rsa.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign for WeChat Pay", e);
        }
    }

    /** Whether a message is by the provider: known serial, a clock at most five minutes apart, a right signature. */
    boolean isByPlatform(UnaryOperator<@Nullable String> header, String body, Instant now) {
        String serial = header.apply("Wechatpay-Serial");
        String timestamp = header.apply("Wechatpay-Timestamp");
        String nonce = header.apply("Wechatpay-Nonce");
        String signature = header.apply("Wechatpay-Signature");
        PublicKey key = serial == null ? null : keys.platform().get(serial);
        if (key == null || timestamp == null || nonce == null || signature == null) {
            return false;
        }
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(sent, now).abs().compareTo(CLOCKS_APART) > 0) {
                return false;
            }
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update((timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
            return rsa.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException | java.time.DateTimeException e) {
            return false; // not a number, not Base64, or of a wrong length: not by the provider
        }
    }

    /** Opens an encrypted resource; throws when somebody touched it. */
    String decrypt(String ciphertext, String nonce, String associatedData) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(keys.apiV3Key().getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
        return new String(cipher.doFinal(Base64.getDecoder().decode(ciphertext)), StandardCharsets.UTF_8);
    }

    static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
