package io.mendian.inventory.hold;

import io.mendian.inventory.stock.Pieces;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds and their lines; every change of state is guarded by the state it leaves. */
@Component
class Holds {

    private final HoldMapper mapper;
    private final Clock clock;

    Holds(HoldMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    Optional<HoldRow> lock(HoldId id) {
        return Optional.ofNullable(mapper.lock(id.value()));
    }

    /** The hold, locked; when it never came, its place is taken, so that it cannot come any more. */
    HoldRow lockOrTakePlace(HoldId id, @Nullable StoreId store) {
        return lock(id).orElseGet(() -> {
            mapper.insertMissing(id.value(), store == null ? null : store.value(), clock.instant());
            return lock(id).orElseThrow();
        });
    }

    Pieces pieces(HoldRow hold) {
        TreeMap<Long, Long> pieces = new TreeMap<>();
        mapper.lines(hold.holdId()).forEach(line -> pieces.put(line.skuId(), line.quantity()));
        return new Pieces(pieces);
    }

    void move(HoldRow hold, HoldStatus to) {
        if (!hold.state().next().contains(to)) {
            throw new IllegalStateException("hold " + hold.holdId() + " goes not from " + hold.state() + " to " + to);
        }
        Guard.one(
                mapper.move(hold.holdId(), hold.state(), to, clock.instant()),
                () -> new IllegalStateException("hold " + hold.holdId() + " is no longer " + hold.state()));
    }
}
