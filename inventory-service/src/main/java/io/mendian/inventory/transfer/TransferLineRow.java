package io.mendian.inventory.transfer;

import org.jspecify.annotations.Nullable;

record TransferLineRow(
        long transferId, long skuId, long shipped, @Nullable Long received) {}
