package io.mendian.booking.place;

record StoreRow(long storeId, String name, String zone, boolean active) {}
