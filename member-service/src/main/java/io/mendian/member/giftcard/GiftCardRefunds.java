package io.mendian.member.giftcard;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gift cards of an order line as their refund sees them: what is left, lock, unlock, close. */
@Component
public class GiftCardRefunds {

    private static final String OF_LINE = "SELECT * FROM gift_card WHERE cause_id = ? ORDER BY id";

    private final GiftCards cards;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    GiftCardRefunds(GiftCards cards, JdbcTemplate jdbc, Clock clock) {
        this.cards = cards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A gift card of the line; amounts in the smallest currency unit. */
    public record Sold(
            long id,
            long holderKey,
            long valueMinor,
            long balanceMinor,
            long heldMinor,
            boolean closed,
            boolean locked) {}

    public List<Sold> ofLine(String cause) {
        return jdbc.query(OF_LINE, GiftCards::row, cause).stream()
                .map(GiftCardRefunds::sold)
                .toList();
    }

    /** The same, and nobody else changes them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Sold> lockOfLine(String cause) {
        return jdbc.query(OF_LINE + " FOR UPDATE", GiftCards::row, cause).stream()
                .map(GiftCardRefunds::sold)
                .toList();
    }

    /** The card pays for nothing until it is unlocked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long id, String by) {
        cards.setLock(cards.lock(id).orElseThrow(), by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unlock(long id) {
        cards.setLock(cards.lock(id).orElseThrow(), null);
    }

    /** Ends a locked card: what is left on it goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long id, String refundId) {
        GiftCardRow card = cards.lock(id).orElseThrow();
        if (card.balanceMinor() > 0) {
            cards.post(id, -card.balanceMinor(), "CARD_REFUND", refundId, clock.instant());
        }
        cards.close(card);
    }

    private static Sold sold(GiftCardRow card) {
        return new Sold(
                card.id(),
                card.holderKey(),
                card.valueMinor(),
                card.balanceMinor(),
                card.heldMinor(),
                card.status() == GiftCardStatus.CLOSED,
                card.lockedBy() != null);
    }
}
