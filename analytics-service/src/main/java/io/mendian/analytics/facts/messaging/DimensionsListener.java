package io.mendian.analytics.facts.messaging;

import io.mendian.analytics.facts.BookFacts;
import io.mendian.analytics.facts.PutSku;
import io.mendian.analytics.facts.PutStore;
import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.contracts.member.StoreChanged;
import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Stores, products and members: what the figures are broken down by. */
@EventHandlers
class DimensionsListener {

    private final BookFacts facts;
    private final PutStore stores;
    private final PutSku skus;

    DimensionsListener(BookFacts facts, PutStore stores, PutSku skus) {
        this.facts = facts;
        this.stores = stores;
        this.skus = skus;
    }

    @OnEvent
    void storeOpened(Event<StoreOpened> event) {
        stores.put(PutStore.Store.of(event.data()));
        facts.seen(event);
    }

    @OnEvent
    void storeChanged(Event<StoreChanged> event) {
        stores.put(PutStore.Store.of(event.data()));
        facts.seen(event);
    }

    @OnEvent
    void skuPublished(Event<SkuPublished> event) {
        skus.put(event.data());
        facts.seen(event);
    }

    @OnEvent
    void memberJoined(Event<MemberJoined> event) {
        facts.joined(event);
    }

    @OnEvent
    void levelChanged(Event<MemberLevelChanged> event) {
        facts.levelChanged(event);
    }
}
