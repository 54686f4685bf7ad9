package io.mendian.member.giftcard;

import io.mendian.member.throttle.Throttle;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Finds a gift card by its secret code. Each try is counted before it is made and given back when it was right: 10 wrong
 * ones in an hour from one place, and no more tries from there until the hour is over.
 */
@Component
public class FindGiftCards {

    public static final long MOST_WRONG = 10;
    public static final long MOST_WRONG_OF_TILLS = 300;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final GiftCards cards;
    private final Throttle throttle;

    FindGiftCards(GiftCards cards, Throttle throttle) {
        this.cards = cards;
        this.throttle = throttle;
    }

    /** With the usual number of wrong tries. */
    public long byCode(String typed, String who) {
        return byCode(typed, who, MOST_WRONG);
    }

    /** The id of the card with this code; {@code who} names where the try comes from. It is counted even if the caller rolls back. */
    public long byCode(String typed, String who, long mostWrong) {
        Throttle.Limit limit = new Throttle.Limit("gift-code:" + who, mostWrong, WINDOW);
        Duration wait = throttle.take(limit);
        if (!wait.isZero()) {
            throw GiftCardProblem.GIFT_CODE_TRIES.with("seconds", wait.toSeconds() + 1);
        }
        String code = GiftCode.normalized(typed);
        Long id = GiftCode.isWellFormed(code) ? cards.idOf(code).orElse(null) : null;
        if (id == null) {
            throw GiftCardProblem.GIFT_CARD_UNKNOWN.with();
        }
        throttle.giveBack(limit);
        return id;
    }
}
