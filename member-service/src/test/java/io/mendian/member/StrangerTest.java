package io.mendian.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.StoreId;
import io.mendian.member.history.Assets;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another store's and another member's objects answer like those that do not exist. */
@MendianTest
class StrangerTest {

    private static final Map<String, Object> REASON = Map.of("reason", "挂失");
    private static final Map<String, Object> PROFILE = Map.of("name", "生人", "gender", "FEMALE");

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    Assets assets;

    @Autowired
    Strangers strangers;

    private Belongings theirs;
    private StoreId elsewhere;
    private Caller manager;
    private Caller region;
    private Caller stranger;
    private Map<String, String> member;

    @BeforeEach
    void aMemberWhoHasOneOfEverythingAndStrangersFromElsewhere() {
        theirs = Belongings.of(api, deliveries, assets, clock.instant());
        elsewhere = Shops.open(api).id();
        manager = TestCallers.clerk(8, elsewhere, Right.values());
        region = regionOf(elsewhere);
        stranger = TestCallers.member(People.joined(api, elsewhere, People.phone()));
        String key = theirs.key().text();
        member = Map.of("memberKey", key, "key", key, "cardId", theirs.card(), "offerId", theirs.offer());
    }

    /** What is still on its way goes back to the member: no stranger has ended it, and the books balance. */
    @AfterEach
    void theMemberStillHasHisOwn() {
        theirs.takeBack();
        assets.balance();
    }

    @Test
    void aStrangersObjectAnswersLikeAMissingOne() {
        membersForStaff();
        membersForHeadquarters();
        ownThings();
        staffAndStores();
        giftCardsAndAdjustments();
        rulesOfTheChain();
        assertThat(strangers.check()).isGreaterThan(60);
    }

    @Test
    void anothersCardIsUnknownAlsoUnderAMemberWhomOneKnows() {
        String cards = "/v1/members/" + stranger.memberKey() + "/cards/" + theirs.card();
        Api till = api.as(manager);
        Api hq = api.as(region);
        till.get("/store" + cards + "/uses").expectProblem(404, "CARD_UNKNOWN");
        till.post("/store" + cards + "/report-loss", REASON).expectProblem(404, "CARD_UNKNOWN");
        hq.get("/hq" + cards + "/uses").expectProblem(404, "CARD_UNKNOWN");
        hq.post("/hq" + cards + "/report-loss", REASON).expectProblem(404, "CARD_UNKNOWN");
        hq.post("/hq" + cards + "/freeze", "").expectProblem(404, "CARD_UNKNOWN");
        hq.post("/hq" + cards + "/resume", "").expectProblem(404, "CARD_UNKNOWN");
        hq.post("/hq" + cards + "/reissue", "").expectProblem(404, "CARD_UNKNOWN");
        hq.post("/hq" + cards + "/extend", Map.of("days", 3, "reason", "停业")).expectProblem(404, "CARD_UNKNOWN");
    }

    @Test
    void whoeverReachesTheMembersStoreSeesWhatStrangersDoNot() {
        Api near = api.as(regionOf(theirs.shop().id()));
        near.get("/hq/v1/gift-cards/" + theirs.giftCard()).expect(200);
        near.get("/hq/v1/gift-cards/" + theirs.giftCard() + "/entries").expect(200);
        near.get("/hq/v1/members/" + theirs.key() + "/cards/" + theirs.card() + "/uses")
                .expect(200);
        near.get("/hq/v1/staff/" + theirs.shop().clerk().staffId()).expect(200);
        String redemptions = "/hq/v1/redeem-offers/" + theirs.offer() + "/redemptions";
        Api chain = api.as(TestCallers.headquarters());
        assertThat(chain.get(redemptions).expect(200).json()).hasSize(1);
    }

    private void membersForStaff() {
        both("GET", "/members/{key}", member, null);
        both("PUT", "/members/{key}", member, PROFILE);
        both("GET", "/members/{key}/changes", member, null);
        for (String section : List.of(
                "orders-history",
                "points",
                "level",
                "level-history",
                "redemptions",
                "cards",
                "cards/{cardId}/uses",
                "cards/{cardId}/shares",
                "stored-value",
                "prepaid-contracts",
                "pickup-vouchers")) {
            both("GET", "/members/{memberKey}/" + section, member, null);
        }
        both("POST", "/members/{memberKey}/stored-value/report-loss", member, REASON);
        both("POST", "/members/{memberKey}/cards/{cardId}/report-loss", member, REASON);
    }

    private void membersForHeadquarters() {
        String one = "/members/{memberKey}";
        Map<String, Object> given =
                Map.of("toMemberKey", stranger.memberKey().text(), "amountMinor", 100, "reason", "转让");
        headquarters("POST", "/members/{key}/unmask", member, REASON);
        headquarters("GET", one + "/points/export", member, null);
        headquarters("GET", one + "/points-gifts", member, null);
        headquarters("POST", one + "/points-adjustments", member, Map.of("points", 5, "reason", "补记"));
        Map<String, Object> five = Map.of("principalMinor", 5, "bonusMinor", 0, "reason", "补记");
        headquarters("POST", one + "/stored-value-adjustments", member, five);
        headquarters("POST", one + "/level-grants", member, Map.of());
        headquarters("POST", one + "/stored-value/lift-loss", member, REASON);
        headquarters("POST", one + "/transfers", member, given);
        headquarters("POST", one + "/cards/{cardId}/freeze", member, null);
        headquarters("POST", one + "/cards/{cardId}/resume", member, null);
        headquarters("POST", one + "/cards/{cardId}/reissue", member, null);
        headquarters("POST", one + "/cards/{cardId}/extend", member, Map.of("days", 3, "reason", "停业"));
    }

    private void ownThings() {
        Map<String, String> line = Map.of("orderId", theirs.order(), "lineId", "1");
        own("GET", "/prepaid-contracts/{orderId}/{lineId}", line, null);
        own("GET", "/prepaid-contracts/{orderId}/{lineId}/refund-quote", line, null);
        Map<String, String> bought = Map.of("orderId", theirs.goodsOrder(), "lineId", "2");
        own("POST", "/orders/{orderId}/lines/{lineId}/review", bought, Map.of("stars", 1, "text", "冒充"));
        own("GET", "/cards/{cardId}/uses", member, null);
        own("POST", "/cards/{cardId}/report-loss", member, REASON);
        own("GET", "/cards/{cardId}/shares", member, null);
        own("POST", "/cards/{cardId}/shares", member, Map.of("phone", People.phone(), "relation", "OTHER"));
        Map<String, String> share = Map.of("cardId", theirs.card(), "shareId", theirs.share());
        own("POST", "/cards/{cardId}/shares/{shareId}/withdraw", share, null);
        own("POST", "/shared-cards/{shareId}/accept", share, null);
        own("POST", "/shared-cards/{shareId}/leave", share, null);
        own("POST", "/notices/{noticeId}/read", Map.of("noticeId", theirs.notice()), null);
        Map<String, String> mine = Map.of("id", theirs.giftCard());
        own("GET", "/gift-cards/{id}/entries", mine, null);
        own("POST", "/gift-cards/{id}/code", mine, null);
        own("POST", "/gift-cards/{id}/block", mine, REASON);
        own("POST", "/gift-cards/{id}/move-to-stored-value", mine, Map.of());
        own("POST", "/gift-cards/{id}/renew", mine, null);
        own("POST", "/transfers/{id}/code", Map.of("id", theirs.transfer()), null);
        own("POST", "/transfers/{id}/cancel", Map.of("id", theirs.transfer()), null);
        own("POST", "/points-gifts/{giftId}/withdraw", Map.of("giftId", theirs.gift()), null);
        own("GET", "/redemptions/{id}", Map.of("id", theirs.redemption()), null);
    }

    private void staffAndStores() {
        Map<String, String> clerk = Map.of("id", theirs.shop().clerk().staffId());
        Map<String, Object> change = Map.of("name", "李小店", "role", "CLERK", "storeIds", List.of(elsewhere.text()));
        both("GET", "/staff/{id}", clerk, null);
        both("PUT", "/staff/{id}", clerk, change);
        both("POST", "/staff/{id}/leave", clerk, null);
        both("POST", "/staff/{id}/password", clerk, null);
        Map<String, String> store = Map.of("id", theirs.shop().id().text());
        both("GET", "/stores/{id}", store, null);
        Map<String, Object> data = Map.of(
                "name",
                "新名",
                "kind",
                "GYM",
                "zone",
                "Asia/Shanghai",
                "dayEnds",
                "04:00:00",
                "active",
                true,
                "version",
                0);
        headquarters("PUT", "/stores/{id}", store, data);
    }

    private void giftCardsAndAdjustments() {
        Map<String, String> one = Map.of("id", theirs.giftCard());
        headquarters("GET", "/gift-cards/{id}", one, null);
        headquarters("GET", "/gift-cards/{id}/entries", one, null);
        headquarters("POST", "/gift-cards/{id}/block", one, REASON);
        headquarters("POST", "/gift-cards/{id}/unblock", one, REASON);
        headquarters("POST", "/points-adjustments/{id}/approve", Map.of("id", theirs.adjustment()), null);
        headquarters("POST", "/points-adjustments/{id}/reject", Map.of("id", theirs.adjustment()), REASON);
        both("POST", "/reviews/{id}/approve", Map.of("id", theirs.review()), null);
        both("POST", "/reviews/{id}/refuse", Map.of("id", theirs.review()), REASON);
        Map<String, String> wallet = Map.of("id", theirs.walletAdjustment());
        headquarters("POST", "/stored-value-adjustments/{id}/approve", wallet, null);
        headquarters("POST", "/stored-value-adjustments/{id}/reject", wallet, REASON);
        headquarters("GET", "/redeem-offers/{offerId}/redemptions", member, null);
    }

    private void rulesOfTheChain() {
        strangers
                .open("POST /app/v1/redeem-offers/{offerId}/redemptions", "the catalogue is for every member")
                .open("GET /app/v1/products/{skuId}/reviews", "what is approved is shown to every member")
                .open("PUT /hq/v1/redeem-offers/{offerId}", "a catalogue of the whole chain")
                .open("PUT /hq/v1/recharge-packages/{id}", "packages of the whole chain")
                .open("DELETE /hq/v1/recharge-packages/{id}", "packages of the whole chain")
                .open("PUT /hq/v1/refund-policies/{name}", "a rule of the whole chain")
                .open("GET /hq/v1/prepaid-products/{product}", "a rule of the whole chain")
                .open("PUT /hq/v1/prepaid-products/{product}", "a rule of the whole chain");
    }

    private void both(String method, String path, Map<String, String> ids, @Nullable Object body) {
        strangers.tries(method + " /store/v1" + path, manager, ids, body);
        headquarters(method, path, ids, body);
    }

    private void headquarters(String method, String path, Map<String, String> ids, @Nullable Object body) {
        strangers.tries(method + " /hq/v1" + path, region, ids, body);
    }

    private void own(String method, String path, Map<String, String> ids, @Nullable Object body) {
        strangers.tries(method + " /app/v1/me" + path, stranger, ids, body);
    }

    private static Caller regionOf(StoreId store) {
        return new Caller(Realm.HQ, "8", null, false, Set.of(store), EnumSet.allOf(Right.class));
    }
}
