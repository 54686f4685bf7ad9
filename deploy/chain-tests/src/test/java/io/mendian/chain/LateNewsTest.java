package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The broker is away for longer than holds live. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateNewsTest {

    private static final List<String> HOLDS =
            List.of("mendian_inventory.stock_hold hold_id", "mendian_marketing.coupon_hold id");

    private final Shop shop = Shop.open();

    @Test
    void theCouponAndTheLastPieceOfAPaidOrderAreNobodyElsesWhileItsNewsIsLate() throws SQLException {
        String sku = shop.goods("龙井茶", 5_000, 1);
        String plenty = shop.goods("茶杯", 5_000, 10);
        Member member = Member.joinsByWeChat(shop);
        String coupon = member.claims(shop.coupon(5_000, 1_000, 1, List.of(sku, plenty)));
        shop.chain.killServer("kafka");
        Door.Answer placed =
                member.app().post("/app/v1/orders", basket(sku, coupon)).expect(201);
        String order = placed.text("orderId");
        shop.clerk
                .post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", placed.number("payableMinor")))
                .expect(200);
        for (String holds : HOLDS) {
            isOverdue(holds, order);
        }
        for (String holds : HOLDS) {
            Shop.until(() -> wasAskedAbout(holds, order));
        }
        Door.Answer second =
                member.app().post("/app/v1/orders", basket(plenty, coupon)).expect(201);
        assertThat(second.number("payableMinor")).isEqualTo(5_000);
        assertThat(member.couponState(coupon)).isEqualTo("HELD");
        member.app()
                .post("/app/v1/orders/" + second.text("orderId") + "/cancel", Map.of())
                .expect(200);
        shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, 5_000)).expectProblem(409, "NOT_ENOUGH_STOCK");
        shop.chain.up();
        Shop.eventually(() -> member.couponState(coupon), "USED");
        Shop.eventually(() -> shop.onHand(sku), 0L);
        shop.settles();
        assertThat(shop.reserved(sku)).isZero();
        assertThat(shop.hq.get("/hq/v1/alarms").expect(200).body()).doesNotContain(order);
    }

    private Map<String, Object> basket(String sku, String coupon) {
        Map<String, Object> basket =
                new HashMap<>(with("storeId", shop.storeId, "lines", List.of(with("skuId", sku, "quantity", 1))));
        basket.put("couponIds", List.of(coupon));
        return basket;
    }

    /** As if its time had passed, for this hold alone; not for so long that somebody is alarmed. */
    private void isOverdue(String holds, String order) throws SQLException {
        String[] names = holds.split(" ");
        try (Connection database = shop.chain.database();
                PreparedStatement update = database.prepareStatement("UPDATE " + names[0]
                        + " SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE state = 'HELD' AND " + names[1]
                        + " = ?")) {
            update.setLong(1, Long.parseLong(order));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private boolean wasAskedAbout(String holds, String order) throws SQLException {
        String[] names = holds.split(" ");
        try (Connection database = shop.chain.database();
                PreparedStatement select = database.prepareStatement(
                        "SELECT state FROM " + names[0] + " WHERE due_since IS NOT NULL AND " + names[1] + " = ?")) {
            select.setLong(1, Long.parseLong(order));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getString(1).equals("HELD");
            }
        }
    }
}
