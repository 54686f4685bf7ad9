package io.mendian.simulators.pay;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Numbers and times as WeChat Pay writes them; its business day is China's. */
final class Numbers {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);
    private static final DateTimeFormatter RFC3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZONE);

    private Numbers() {}

    /** 28 digits. */
    static String transactionId(Instant at) {
        return "42000" + digits(5) + DAY.format(at) + digits(10);
    }

    /** 29 digits. */
    static String refundId(Instant at) {
        return "50300" + digits(6) + DAY.format(at) + digits(10);
    }

    static String prepayId(Instant at) {
        return "wx" + SECOND.format(at) + hex(10);
    }

    static String codeUrl() {
        return "weixin://wxpay/bizpayurl?pr=" + hex(5) + "zz";
    }

    /** 18 digits that start with 10 to 15. */
    static String authCode() {
        return "1" + RANDOM.nextInt(6) + digits(16);
    }

    static String time(Instant at) {
        return RFC3339.format(at);
    }

    static String nonce() {
        return hex(16).toUpperCase(Locale.ROOT);
    }

    static String hex(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(RANDOM.nextInt(10));
        }
        return text.toString();
    }
}
