package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import java.time.Instant;

/**
 * A posting to a gift card: issued, spent, given back, moved, refunded. balanceMinor is the balance after it; the balances of
 * all cards are what the chain owes for them. Whose card it is stays in member-service.
 */
@EventType(topic = "mendian.member", type = "gift-card.changed.v1")
public record GiftCardChanged(
        String giftCardId,
        long deltaMinor,
        long balanceMinor,
        String currency,
        String cause,
        String reference,
        Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return giftCardId;
    }
}
