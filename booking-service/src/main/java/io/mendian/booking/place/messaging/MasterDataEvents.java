package io.mendian.booking.place.messaging;

import io.mendian.booking.place.CopyService;
import io.mendian.booking.place.CopyStore;
import io.mendian.contracts.member.StoreChanged;
import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Follows the catalogue's services and the list of stores. */
@EventHandlers
class MasterDataEvents {

    private final CopyService copyService;
    private final CopyStore copyStore;

    MasterDataEvents(CopyService copyService, CopyStore copyStore) {
        this.copyService = copyService;
        this.copyStore = copyStore;
    }

    @OnEvent
    void published(Event<SkuPublished> event) {
        copyService.copy(event.data());
    }

    @OnEvent
    void opened(Event<StoreOpened> event) {
        StoreOpened store = event.data();
        copyStore.copy(store.storeId(), store.name(), store.zone(), true, store.openedAt());
    }

    @OnEvent
    void changed(Event<StoreChanged> event) {
        StoreChanged store = event.data();
        copyStore.copy(store.storeId(), store.name(), store.zone(), store.active(), store.changedAt());
    }
}
