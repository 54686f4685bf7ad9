package io.mendian.inventory.product.messaging;

import io.mendian.contracts.member.StoreChanged;
import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.inventory.product.CopySku;
import io.mendian.inventory.product.CopyStore;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Follows the catalogue and the list of stores. */
@EventHandlers
class MasterDataEvents {

    private final CopySku copySku;
    private final CopyStore copyStore;

    MasterDataEvents(CopySku copySku, CopyStore copyStore) {
        this.copySku = copySku;
        this.copyStore = copyStore;
    }

    @OnEvent
    void skuPublished(Event<SkuPublished> event) {
        copySku.copy(event.data());
    }

    @OnEvent
    void opened(Event<StoreOpened> event) {
        StoreOpened store = event.data();
        copyStore.copy(new CopyStore.Store(
                store.storeId(), store.code(), store.name(), store.kind(), store.zone(), true, store.openedAt()));
    }

    @OnEvent
    void changed(Event<StoreChanged> event) {
        StoreChanged store = event.data();
        copyStore.copy(new CopyStore.Store(
                store.storeId(),
                store.code(),
                store.name(),
                store.kind(),
                store.zone(),
                store.active(),
                store.changedAt()));
    }
}
