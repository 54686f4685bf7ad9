package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Blocks a gift card that was lost or stolen, at once: its code opens nothing any more, its balance stays. Headquarters
 * lets it pay again; its holder then makes a new code.
 */
@UseCase
public class BlockGiftCard {

    private final GiftCards cards;
    private final GiftCardQueries queries;
    private final AuditTrail audit;

    BlockGiftCard(GiftCards cards, GiftCardQueries queries, AuditTrail audit) {
        this.cards = cards;
        this.queries = queries;
        this.audit = audit;
    }

    /** What is to become of a card, and why; with a holder only his own card is found. */
    public record Command(long id, @Nullable MemberKey holder, boolean blocked, String reason) {}

    @Transactional
    public GiftCardView set(Command command, Caller caller, Origin origin) {
        GiftCardRow card = cards.lock(command.id())
                .filter(known -> command.holder() == null || known.holder().equals(command.holder()))
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
        if (card.status() == GiftCardStatus.CLOSED || card.lockedBy() != null) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", card.status().name());
        }
        if (!command.blocked() && card.status() != GiftCardStatus.BLOCKED) {
            throw GiftCardProblem.GIFT_CARD_NOT_BLOCKED.with();
        }
        if (command.blocked() != (card.status() == GiftCardStatus.BLOCKED)) {
            cards.setCode(card, null, command.blocked() ? GiftCardStatus.BLOCKED : GiftCardStatus.ACTIVE);
            audit.add(AuditEntry.of(
                    caller,
                    origin,
                    command.blocked() ? "GIFT_CARD_BLOCKED" : "GIFT_CARD_UNBLOCKED",
                    "gift-card:" + card.id(),
                    Map.of("reason", command.reason())));
        }
        return queries.card(card.id());
    }
}
