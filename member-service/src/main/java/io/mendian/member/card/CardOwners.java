package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cards on their way to another owner: locked, then moved or unlocked. Every method belongs to its caller's transaction. */
@Component
public class CardOwners {

    private final Cards cards;
    private final SharedCards shares;
    private final JdbcTemplate jdbc;

    CardOwners(Cards cards, SharedCards shares, JdbcTemplate jdbc) {
        this.cards = cards;
        this.shares = shares;
        this.jdbc = jdbc;
    }

    /** Locks a member's card against every use; another's card is unknown. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(MemberKey owner, long cardId, String by) {
        CardRow card = cards.lock(cardId)
                .filter(known -> known.member().equals(owner) && known.status() != CardStatus.CLOSED)
                .orElseThrow(CardProblem.CARD_UNKNOWN::with);
        if (card.lockedBy() != null || card.usesHeld() > 0) {
            throw CardProblem.CARD_IN_USE.with();
        }
        Guard.one(
                jdbc.update("UPDATE card SET locked_by = ? WHERE id = ? AND locked_by IS NULL", by, cardId),
                () -> changed(cardId));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unlock(long cardId, String by) {
        Guard.one(
                jdbc.update("UPDATE card SET locked_by = NULL WHERE id = ? AND locked_by = ?", cardId, by),
                () -> changed(cardId));
    }

    /** The card, with all that is left on it, is another's from now on, and shared with nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(long cardId, MemberKey from, MemberKey to, String by) {
        Guard.one(
                jdbc.update(
                        "UPDATE card SET member_key = ?, locked_by = NULL WHERE id = ? AND member_key = ? AND locked_by = ?",
                        to.value(),
                        cardId,
                        from.value(),
                        by),
                () -> changed(cardId));
        shares.end(cardId, "TRANSFER");
    }

    private static IllegalStateException changed(long cardId) {
        return new IllegalStateException("card " + cardId + " was changed by somebody else");
    }
}
