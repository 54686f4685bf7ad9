package io.mendian.analytics.liability.messaging;

import io.mendian.analytics.facts.BookFacts;
import io.mendian.analytics.liability.BookDeposits;
import io.mendian.analytics.liability.BookGiftCards;
import io.mendian.analytics.liability.BookStoredValue;
import io.mendian.contracts.member.GiftCardChanged;
import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.DepositChanged;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Postings to gift cards, stored value, points and deposits. */
@EventHandlers
class LiabilityListener {

    private final BookGiftCards giftCards;
    private final BookStoredValue storedValue;
    private final BookDeposits deposits;
    private final BookFacts facts;

    LiabilityListener(BookGiftCards giftCards, BookStoredValue storedValue, BookDeposits deposits, BookFacts facts) {
        this.giftCards = giftCards;
        this.storedValue = storedValue;
        this.deposits = deposits;
        this.facts = facts;
    }

    @OnEvent
    void giftCardChanged(Event<GiftCardChanged> event) {
        giftCards.changed(event.data());
        facts.seen(event);
    }

    @OnEvent
    void storedValueChanged(Event<StoredValueChanged> event) {
        storedValue.changed(event.data());
        facts.seen(event);
    }

    @OnEvent
    void pointsChanged(Event<PointsChanged> event) {
        facts.pointsChanged(event);
    }

    @OnEvent
    void depositChanged(Event<DepositChanged> event) {
        deposits.changed(event.data());
        facts.seen(event);
    }
}
