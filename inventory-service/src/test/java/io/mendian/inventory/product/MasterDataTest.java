package io.mendian.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoreChanged;
import io.mendian.inventory.Shop;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class MasterDataTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @Autowired
    ProductQueries products;

    @Test
    void anOlderVersionNeverOverwritesANewerOne() {
        SkuId sku = SkuId.of(Ids.next());
        deliveries.deliver(Shop.published(sku, 3, "GOODS", "新茶", "b3" + sku));
        deliveries.deliver(Shop.published(sku, 2, "SERVICE", "旧茶", "b2" + sku));
        Sku kept = products.find(sku).orElseThrow();
        assertThat(kept.name()).isEqualTo("新茶");
        assertThat(kept.kind()).isEqualTo("GOODS");
        assertThat(products.requireStocked(null, "b3" + sku).skuId()).isEqualTo(sku);
        assertThat(jdbc.queryForList("SELECT barcode FROM sku_barcode WHERE sku_id = ?", String.class, sku.value()))
                .containsExactly("b3" + sku);
        deliveries.deliverTwice(Shop.published(sku, 4, "GOODS", "明前茶", "b4" + sku));
        assertThat(products.find(sku).orElseThrow().name()).isEqualTo("明前茶");
    }

    @Test
    void versionsInAnyOrderAtOnceLeaveTheNewest() {
        SkuId sku = SkuId.of(Ids.next());
        Race.run(8, i -> () -> deliveries.deliver(Shop.published(sku, i + 1, "GOODS", "茶" + (i + 1), "b" + i + sku)));
        assertThat(products.find(sku).orElseThrow().name()).isEqualTo("茶8");
        assertThat(jdbc.queryForList("SELECT barcode FROM sku_barcode WHERE sku_id = ?", String.class, sku.value()))
                .containsExactly("b7" + sku);
    }

    @Test
    void aStoresNewestNameStays() {
        StoreId store = shop.store;
        deliveries.deliver(changed(store, "新店", Instant.EPOCH.plusSeconds(9)));
        deliveries.deliver(changed(store, "老店", Instant.EPOCH.plusSeconds(5)));
        assertThat(jdbc.queryForObject("SELECT name FROM store WHERE store_id = ?", String.class, store.value()))
                .isEqualTo("新店");
    }

    private static StoreChanged changed(StoreId store, String name, Instant at) {
        return new StoreChanged(store, "S", name, "RETAIL", "Asia/Shanghai", LocalTime.MIDNIGHT, null, true, at);
    }
}
