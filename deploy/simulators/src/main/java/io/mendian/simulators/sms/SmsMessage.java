package io.mendian.simulators.sms;

import java.time.Instant;
import java.util.Map;

/** A message as it was sent. {@code reference} is the sender's own number: sending it again is the same message. */
public record SmsMessage(
        String messageId,
        String phone,
        Kind kind,
        String signName,
        String templateCode,
        Map<String, String> params,
        String reference,
        String receiptUrl,
        String fingerprint,
        Status status,
        Instant sentAt) {

    /** What a message is for; each kind has its limits per phone. */
    public enum Kind {
        CODE,
        NOTICE,
        MARKETING
    }

    /** Where a message stands. */
    public enum Status {
        SENT,
        DELIVERED,
        UNDELIVERED
    }

    SmsMessage in(Status next) {
        return new SmsMessage(
                messageId,
                phone,
                kind,
                signName,
                templateCode,
                params,
                reference,
                receiptUrl,
                fingerprint,
                next,
                sentAt);
    }
}
