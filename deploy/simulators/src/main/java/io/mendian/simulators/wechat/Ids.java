package io.mendian.simulators.wechat;

import io.mendian.simulators.world.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes identifiers that look like WeChat's. */
final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String letters(String prefix, int length) {
        StringBuilder text = new StringBuilder(prefix);
        while (text.length() < length) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    static String sessionKey() {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** One person has one unionid for one openid, today and after a restart. */
    static String unionId(String openid) {
        return "oU" + Json.sha256(openid.getBytes(StandardCharsets.UTF_8)).substring(0, 26);
    }

    /** The request id that WeChat appends to its error texts. */
    static String rid() {
        String hex = Json.sha256(letters("", 16).getBytes(StandardCharsets.US_ASCII));
        return hex.substring(0, 8) + "-" + hex.substring(8, 16) + "-" + hex.substring(16, 24);
    }
}
