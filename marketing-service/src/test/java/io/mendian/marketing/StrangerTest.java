package io.mendian.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Strangers;
import io.mendian.testkit.TestCallers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another member's coupons and another store's charges answer like those that do not exist. */
@MendianTest
class StrangerTest {

    private static final String RULE = "a rule of the whole chain";
    private static final Map<String, Object> NO_FEES = Map.of("version", 0);

    @Autowired
    Api api;

    @Autowired
    Strangers strangers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final StoreId store = StoreId.of(Ids.next());
    private final StoreId elsewhere = StoreId.of(Ids.next());
    private final Caller region = new Caller(Realm.HQ, "8", null, false, Set.of(elsewhere), EnumSet.allOf(Right.class));
    private final Caller member = TestCallers.member(Marketing.newMember());

    @Test
    void aStrangersObjectAnswersLikeAMissingOne() {
        MemberKey other = Marketing.newMember();
        String coupon = Marketing.claim(api, Marketing.template(api, Marketing.amountOff(0, 500)), other);
        String draft = Marketing.template(api, Marketing.with(Marketing.amountOff(0, 500), "state", "DRAFT"));
        Map<String, String> ids = Map.of(
                "couponId", coupon, "templateId", draft, "memberKey", other.text(), "storeId", storeWithCharges());
        Map<String, String> offer = Map.of("offerId", offerElsewhere());
        rulesOfTheChain();
        strangers
                .tries("GET /app/v1/coupons/{couponId}", member, ids)
                .tries("POST /app/v1/coupon-templates/{templateId}/claims", member, ids)
                .tries("GET /hq/v1/charges/{storeId}", region, ids)
                .tries("PUT /hq/v1/charges/{storeId}", region, ids, NO_FEES)
                .tries("GET /hq/v1/campaign-offers/{offerId}", region, offer)
                .tries("GET /hq/v1/campaign-offers/{offerId}/figures", region, offer)
                .tries("POST /hq/v1/campaign-offers/{offerId}/end", region, offer, Map.of())
                .open("GET /app/v1/campaign-offers/{offerId}/groups", "an offer and its groups are for every member")
                .open("POST /app/v1/campaign-offers/{offerId}/bargains", "an offer is for every member")
                .open("GET /app/v1/groups/{groupId}", "a group is shared by its link; it names no person")
                .open("GET /app/v1/bargains/{bargainId}", "a bargain is shared by its link; it names no person")
                .open("POST /app/v1/bargains/{bargainId}/helps", "a bargain is shared so that others help")
                .open(
                        "POST /app/v1/coupon-codes/{code}/claims",
                        "a printed code is good for whoever types it first, and says so to who comes later with the paper");
        assertThat(strangers.check()).isEqualTo(7);
    }

    @Test
    void theChainsChargesAreReadByAllAndSetByThoseWhoReachEveryStore() {
        Api regional = api.as(region);
        regional.get("/hq/v1/charges/0").expect(200);
        regional.put("/hq/v1/charges/0", NO_FEES).expectProblem(403, "CHAIN_WIDE_NEEDED");
        regional.get("/hq/v1/charges/" + elsewhere).expect(200);
        regional.put("/hq/v1/charges/" + elsewhere, NO_FEES).expect(200);
    }

    @Test
    void aRefusedChangeOfAnotherStoresChargesChangesNothing() {
        String path = "/hq/v1/charges/" + storeWithCharges();
        api.as(region).put(path, Map.of("version", 1)).expectProblem(404, "NOT_FOUND");
        assertThat(api.as(TestCallers.headquarters())
                        .get(path)
                        .expect(200)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    private String storeWithCharges() {
        Map<String, Object> bag = Map.of("kind", "PACKAGING", "settings", Map.of("perOrderMinor", 100));
        api.as(TestCallers.headquarters())
                .put("/hq/v1/charges/" + store, Map.of("version", 0, "fees", List.of(bag)))
                .expect(200);
        return store.text();
    }

    private String offerElsewhere() {
        CampaignDesk desk = new CampaignDesk(api, deliveries, clock, jdbc);
        return desk.offer("FLASH_SALE", Map.of("storeIds", List.of(store.text())));
    }

    private void rulesOfTheChain() {
        strangers
                .open("GET /hq/v1/promotions/{promotionId}", RULE)
                .open("PUT /hq/v1/promotions/{promotionId}", RULE)
                .open("GET /hq/v1/promotions/{promotionId}/budget", RULE)
                .open("PUT /hq/v1/promotions/{promotionId}/budget", RULE)
                .open("POST /hq/v1/promotions/{promotionId}/check", RULE)
                .open("GET /hq/v1/coupon-templates/{templateId}", RULE)
                .open("PUT /hq/v1/coupon-templates/{templateId}", RULE)
                .open("POST /hq/v1/coupon-templates/{templateId}/check", RULE)
                .open("GET /hq/v1/coupon-templates/{templateId}/codes", RULE)
                .open("POST /hq/v1/coupon-templates/{templateId}/codes", RULE)
                .open("GET /hq/v1/coupon-templates/{templateId}/code-batches", RULE)
                .open("PUT /hq/v1/price-floors/{skuId}", "a floor of the whole chain's catalogue");
    }
}
