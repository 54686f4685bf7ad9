package io.mendian.runtime.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts personal fields (AES-256-GCM; the text carries its key's id; table, column and row are bound to it, so that a
 * ciphertext pasted into another row does not open) and makes the blind index by which they are found (HMAC-SHA-256).
 */
public final class FieldCipher {

    private static final String KEY_ID = "k1";
    private final AesGcmJce aead;
    private final SecretKeySpec indexKey;

    public FieldCipher(byte[] fieldKey, byte[] indexKey) {
        if (fieldKey.length != 32 || indexKey.length != 32) {
            throw new IllegalArgumentException("field keys have 32 bytes");
        }
        try {
            this.aead = new AesGcmJce(fieldKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.indexKey = new SecretKeySpec(indexKey, "HmacSHA256");
    }

    /** @param place table, column and row id, such as {@code member.phone:42} */
    public String encrypt(String plain, String place) {
        try {
            byte[] sealed =
                    aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
            return KEY_ID + "." + Base64.getEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    public String decrypt(String sealed, String place) {
        int dot = sealed.indexOf('.');
        if (dot < 0 || !sealed.substring(0, dot).equals(KEY_ID)) {
            throw new IllegalStateException("unknown key of " + place);
        }
        try {
            byte[] plain = aead.decrypt(
                    Base64.getDecoder().decode(sealed.substring(dot + 1)), place.getBytes(StandardCharsets.UTF_8));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + place, e);
        }
    }

    /** The index of a whole value; equal values of one purpose have equal indexes (64 hex digits). */
    public String blindIndex(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
