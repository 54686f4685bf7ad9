package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a card's own life means for those with whom it is shared. Every method belongs to its caller's transaction. */
@Component
public class SharedCards {

    private final Cards cards;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SharedCards(Cards cards, JdbcTemplate jdbc, Clock clock) {
        this.cards = cards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks a member's card that is not on its way elsewhere; another's card, and one that was returned, is unknown. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockOwn(MemberKey owner, long cardId) {
        CardRow card = cards.lock(cardId)
                .filter(known -> known.member().equals(owner) && known.status() != CardStatus.CLOSED)
                .orElseThrow(CardProblem.CARD_UNKNOWN::with);
        if (card.lockedBy() != null) {
            throw CardProblem.CARD_IN_USE.with();
        }
    }

    /** Locks a card whoever has it; what happens to its shares waits for the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long cardId) {
        if (cards.lock(cardId).isEmpty()) {
            throw CardProblem.CARD_UNKNOWN.with();
        }
    }

    /** The card has another owner or is returned: nobody else uses it any more. */
    void end(long cardId, String why) {
        jdbc.update("""
                UPDATE card_share SET status = 'ENDED', slot = NULL, open_member = NULL, open_phone = NULL, ended_at = ?,
                    ended_by = ?
                WHERE card_id = ? AND slot IS NOT NULL
                """, Timestamp.from(clock.instant()), why, cardId);
    }
}
