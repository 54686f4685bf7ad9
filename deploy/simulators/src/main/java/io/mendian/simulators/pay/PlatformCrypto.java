package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** What WeChat Pay does with keys: verify the merchant's signature, sign its own messages, encrypt resources. */
final class PlatformCrypto {

    private final ProviderKeys keys;

    PlatformCrypto(ProviderKeys keys) {
        this.keys = keys;
    }

    /** Whether {@code message} was signed by the merchant (SHA256 with RSA, Base64). */
    boolean isByMerchant(String message, String signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(keys.merchant().publicKey());
            rsa.update(message.getBytes(StandardCharsets.UTF_8));
            return rsa.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // not Base64, or of a wrong length: no signature
        }
    }

    /** The four headers over timestamp, nonce and body, made with the key that {@code serial} names; any other serial: the public key's. */
    Map<String, String> headers(String serial, long timestamp, String body) {
        boolean certificate = serial.equals(keys.platform().certificateSerial());
        PrivateKey key =
                certificate ? keys.platform().certificateKey() : keys.platform().key();
        String nonce = Numbers.nonce();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Wechatpay-Timestamp", Long.toString(timestamp));
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Signature", sign(key, timestamp + "\n" + nonce + "\n" + body + "\n"));
        headers.put("Wechatpay-Serial", certificate ? serial : keys.platform().publicKeyId());
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        return headers;
    }

    /** {@code text} as an encrypted resource: AEAD_AES_256_GCM with the API v3 key. */
    ObjectNode encrypt(ObjectNode into, String text, String associatedData) {
        String nonce = Numbers.hex(6);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(keys.merchant().apiV3Key().getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return into.put("algorithm", "AEAD_AES_256_GCM")
                    .put("ciphertext", Base64.getEncoder().encodeToString(sealed))
                    .put("associated_data", associatedData)
                    .put("nonce", nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(PrivateKey key, String message) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
