package io.mendian.order.refund;

import org.jspecify.annotations.Nullable;

/** What somebody wants to return; {@code restock} puts it back on the shelf, left out: as the reason says. */
public record ReturnWish(
        String lineId, long quantity, @Nullable Boolean restock) {

    ReturnWish restocked(boolean otherwise) {
        return new ReturnWish(lineId, quantity, restock == null ? otherwise : restock);
    }
}
