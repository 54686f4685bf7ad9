package io.mendian.order.catalogue;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.util.Map;

/**
 * What an import is checked against. {@code services} grows while the good services of the file are found;
 * {@code codeRows} and {@code barcodeRows} name the first row of each value.
 */
record ImportKnown(
        Map<String, Sku> byCode,
        Map<String, SkuId> services,
        Map<String, StoreId> stores,
        Map<String, String> barcodeOwners,
        Map<String, Integer> codeRows,
        Map<String, Integer> barcodeRows) {}
