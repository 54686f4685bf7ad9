package io.mendian.member.card;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Puts a use back on its card, once; a use that is not there, or was given back, stays as it is. */
@UseCase
public class GiveUseBack {

    private final Cards cards;
    private final CardUses uses;
    private final Clock clock;

    GiveUseBack(Cards cards, CardUses uses, Clock clock) {
        this.cards = cards;
        this.uses = uses;
        this.clock = clock;
    }

    @Transactional
    public void giveBack(String useId) {
        CardUseRow use = uses.find(useId).orElse(null);
        if (use != null && uses.giveBack(useId, clock.instant())) {
            cards.putOneBack(use.cardId(), use.valueMinor());
        }
    }
}
