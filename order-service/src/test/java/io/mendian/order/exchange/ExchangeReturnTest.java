package io.mendian.order.exchange;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a return of goods for points does to the member's limit. */
@MendianTest
class ExchangeReturnTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aFullReturnGivesTheMemberHisPiecesOfTheLimitBackOnce() {
        StoreId store = shop.store();
        SkuId cup = shop.goods(5_000);
        MemberKey member = shop.member(1_000, 0);
        String offer = api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/exchange-offers",
                        Map.of(
                                "skuId",
                                cup.text(),
                                "points",
                                100,
                                "cashMinor",
                                0,
                                "limitPerMember",
                                2,
                                "until",
                                clock.instant().plus(Duration.ofDays(1))))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        String order = place(member, store, cup, 2, offer)
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        place(member, store, cup, 1, offer).expectProblem(409, "EXCHANGE_LIMIT");
        Map<String, Object> both = Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", 2)));
        Race.run(
                4,
                i -> () -> api.as(shop.clerk(store))
                        .post("/store/v1/orders/" + order + "/refunds", both)
                        .status());
        assertThat(taken(offer)).isZero();
        place(member, store, cup, 2, offer).expect(201);
        assertThat(taken(offer)).isEqualTo(2);
    }

    private Api.Answer place(MemberKey member, StoreId store, SkuId sku, long pieces, String offer) {
        Map<String, Object> wish = new HashMap<>(line(sku, pieces));
        wish.put("exchangeOfferId", offer);
        return api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(wish)));
    }

    private long taken(String offer) {
        return jdbc.queryForObject(
                "SELECT COALESCE(SUM(pieces), 0) FROM exchange_taken WHERE offer_id = ?", Long.class, offer);
    }
}
