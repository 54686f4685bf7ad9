package io.mendian.runtime.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The W3C trace context: one id follows a request through services, events and logs. */
public final class Traces {

    public static final String HEADER = "traceparent";
    public static final String MDC_KEY = "traceId";
    private static final Random RANDOM = new SecureRandom();

    private Traces() {}

    /** The trace id of a traceparent, or a new one. */
    public static String traceIdOf(@Nullable String traceparent) {
        if (traceparent != null && traceparent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*")) {
            return traceparent.substring(3, 35);
        }
        return hex(16);
    }

    /** The traceparent to send on. */
    public static String current() {
        String traceId = MDC.get(MDC_KEY);
        return "00-" + (traceId == null ? hex(16) : traceId) + "-" + hex(8) + "-01";
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
