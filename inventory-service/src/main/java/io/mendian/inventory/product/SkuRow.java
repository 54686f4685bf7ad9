package io.mendian.inventory.product;

import com.baomidou.mybatisplus.annotation.TableName;

@TableName("sku")
record SkuRow(
        long skuId, long version, String code, String kind, String name, String category, String unit, boolean active) {

    Sku toSku() {
        return new Sku(io.mendian.kernel.SkuId.of(skuId), code, kind, name, unit, active);
    }
}
