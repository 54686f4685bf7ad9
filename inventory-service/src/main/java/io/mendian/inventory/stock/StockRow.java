package io.mendian.inventory.stock;

import org.jspecify.annotations.Nullable;

record StockRow(
        long skuId, long onHand, long reserved, @Nullable Long safety, boolean low) {

    long available() {
        return onHand - reserved;
    }
}
