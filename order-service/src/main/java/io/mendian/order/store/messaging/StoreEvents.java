package io.mendian.order.store.messaging;

import io.mendian.contracts.member.StoreChanged;
import io.mendian.contracts.member.StoreOpened;
import io.mendian.kernel.BusinessDay;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;
import java.time.ZoneId;

/** Stores opened and changed at headquarters. */
@EventHandlers
class StoreEvents {

    private final Stores stores;

    StoreEvents(Stores stores) {
        this.stores = stores;
    }

    @OnEvent
    void opened(Event<StoreOpened> event) {
        StoreOpened store = event.data();
        BusinessDay day = new BusinessDay(ZoneId.of(store.zone()), store.dayEnds());
        stores.keep(new Store(store.storeId(), store.code(), store.name(), day, true, null));
    }

    @OnEvent
    void changed(Event<StoreChanged> event) {
        StoreChanged store = event.data();
        BusinessDay day = new BusinessDay(ZoneId.of(store.zone()), store.dayEnds());
        stores.keep(new Store(store.storeId(), store.code(), store.name(), day, store.active(), null));
    }
}
