package io.mendian.analytics.liability.messaging;

import io.mendian.analytics.facts.BookFacts;
import io.mendian.analytics.liability.BookGiftCards;
import io.mendian.contracts.member.GiftCardChanged;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Postings to gift cards. */
@EventHandlers
class GiftCardListener {

    private final BookGiftCards book;
    private final BookFacts facts;

    GiftCardListener(BookGiftCards book, BookFacts facts) {
        this.book = book;
        this.facts = facts;
    }

    @OnEvent
    void changed(Event<GiftCardChanged> event) {
        book.changed(event.data());
        facts.seen(event);
    }
}
