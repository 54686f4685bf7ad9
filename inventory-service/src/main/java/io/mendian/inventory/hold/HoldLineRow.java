package io.mendian.inventory.hold;

record HoldLineRow(long holdId, long skuId, long quantity) {}
