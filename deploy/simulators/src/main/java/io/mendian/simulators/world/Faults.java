package io.mendian.simulators.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes wrong at the moment. Switches that are not named in a request are normal.
 *
 * @param latencyMillis added to every provider answer; with {@code http: slow} 3000 when 0
 * @param notifyDelayMillis how late {@code notify: delayed} is
 * @param httpPath the HTTP fault strikes only paths that start so
 * @param httpTimes how many requests the HTTP fault strikes; -1 is all
 * @param effect whether a request struck by {@code 500}, {@code reset} or {@code hang} has taken effect
 */
public record Faults(
        @JsonProperty("notify") Notify notifications,
        Http http,
        Refund refund,
        Sms sms,
        Signing signing,
        Limits limits,
        Subscribe subscribe,
        long latencyMillis,
        long notifyDelayMillis,
        String httpPath,
        int httpTimes,
        Effect effect) {

    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(
            Notify.NORMAL,
            Http.NORMAL,
            Refund.NORMAL,
            Sms.NORMAL,
            Signing.PUBLIC_KEY,
            Limits.ON,
            Subscribe.NORMAL,
            0,
            5_000,
            "/",
            -1,
            Effect.USUAL);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The switches named in {@code given}, all others normal. Misspelled names and values are refused by an exception. */
    public static Faults of(JsonNode given) {
        ObjectNode all = Json.MAPPER.valueToTree(NONE);
        all.setAll((ObjectNode) given);
        return STRICT.treeToValue(all, Faults.class);
    }

    /** How payment and refund notifications arrive. */
    public enum Notify {
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("lost")
        LOST,
        @JsonProperty("delayed")
        DELAYED,
        @JsonProperty("early")
        EARLY,
        @JsonProperty("wrong-amount")
        WRONG_AMOUNT,
        @JsonProperty("wrong-signature")
        WRONG_SIGNATURE,
        @JsonProperty("stale-clock")
        STALE_CLOCK
    }

    /** What the transport does. */
    public enum Http {
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("slow")
        SLOW,
        @JsonProperty("500")
        ERROR,
        @JsonProperty("reset")
        RESET,
        @JsonProperty("hang")
        HANG
    }

    /** How refunds end. */
    public enum Refund {
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("abnormal")
        ABNORMAL,
        @JsonProperty("processing")
        PROCESSING,
        @JsonProperty("notify-before-answer")
        NOTIFY_BEFORE_ANSWER
    }

    /** How text messages end. */
    public enum Sms {
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("undelivered")
        UNDELIVERED,
        @JsonProperty("no-receipt")
        NO_RECEIPT,
        @JsonProperty("rejected")
        REJECTED
    }

    /** Which of the platform's two keys signs notifications. */
    public enum Signing {
        @JsonProperty("public-key")
        PUBLIC_KEY,
        @JsonProperty("certificate")
        CERTIFICATE
    }

    /** Whether the SMS limits per phone and the minute between refunds of one order hold. */
    public enum Limits {
        @JsonProperty("on")
        ON,
        @JsonProperty("off")
        OFF
    }

    /** What subscribe messages are answered. */
    public enum Subscribe {
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("quota")
        QUOTA,
        @JsonProperty("busy")
        BUSY
    }

    /** Whether a struck request is done. Usual: 500 is not done; reset and hang are done and only their answer is lost. */
    public enum Effect {
        @JsonProperty("usual")
        USUAL,
        @JsonProperty("done")
        DONE,
        @JsonProperty("none")
        NONE
    }
}
