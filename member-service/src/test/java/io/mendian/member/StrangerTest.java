package io.mendian.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Strangers;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
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

    private Shops.Shop shop;
    private StoreId elsewhere;
    private Caller manager;
    private Caller region;
    private Caller stranger;
    private Api owner;
    private Map<String, String> member;
    private String card;
    private String giftCard;
    private String order;
    private String transfer;
    private String gift;
    private String redemption;
    private String adjustment;

    @BeforeEach
    void aMemberWhoHasOneOfEverything() {
        shop = Shops.open(api);
        elsewhere = Shops.open(api).id();
        manager = TestCallers.clerk(8, elsewhere, Right.values());
        region = new Caller(Realm.HQ, "8", null, false, Set.of(elsewhere), EnumSet.allOf(Right.class));
        stranger = TestCallers.member(People.joined(api, elsewhere, People.phone()));
        MemberKey key = People.joined(api, shop.id(), People.phone());
        owner = api.as(TestCallers.member(key));
        buys(key);
        transfer = made(owner, "/app/v1/me/transfers", Map.of("amountMinor", 1_000), "transferId");
        gift = made(owner, "/app/v1/me/points-gifts", Map.of("points", 10), "giftId");
        Api chain = api.as(TestCallers.headquarters());
        String offer = made(chain, "/hq/v1/redeem-offers", offer(), "offerId");
        redemption = made(owner, "/app/v1/redeem-offers/" + offer + "/redemptions", "", "redemptionId");
        adjustment = made(
                chain,
                "/hq/v1/members/" + key + "/points-adjustments",
                Map.of("points", 5, "reason", "补记"),
                "adjustmentId");
        member = Map.of("memberKey", key.text(), "key", key.text(), "cardId", card, "offerId", offer);
    }

    private void buys(MemberKey key) {
        Sale sale = assets.saleTo(key)
                .in(shop.id())
                .card(1, new CardTerms("PERIOD", 0, 30, List.of(), List.of()), 30_000)
                .card(1, new CardTerms("GIFT", 0, null, List.of(), List.of(), 10_000L), 10_000);
        deliveries.deliver(sale.paid());
        order = sale.orderId().text();
        deliveries.deliver(assets.saleTo(key).in(shop.id()).goods(30_000).paid());
        deliveries.deliver(assets.saleTo(key).in(shop.id()).recharge(10_000, 0).paid());
        card = first("/app/v1/me/cards", "cardId");
        giftCard = first("/app/v1/me/gift-cards", "giftCardId");
    }

    /** What is still on its way goes back to the member: no stranger has ended it, and the books balance. */
    @AfterEach
    void theMemberStillHasHisOwn() {
        owner.post("/app/v1/me/transfers/" + transfer + "/cancel", "").expect(204);
        owner.post("/app/v1/me/points-gifts/" + gift + "/withdraw", "").expect(200);
        api.as(TestCallers.headquarters(Right.ASSETS_ADJUST))
                .post("/hq/v1/points-adjustments/" + adjustment + "/reject", REASON)
                .expect(200);
        assertThat(first("/app/v1/me/cards", "status")).isEqualTo("ACTIVE");
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
        String cards = "/v1/members/" + stranger.memberKey() + "/cards/" + card;
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
        headquarters("POST", one + "/level-grants", member, Map.of());
        headquarters("POST", one + "/stored-value/lift-loss", member, REASON);
        headquarters("POST", one + "/transfers", member, given);
        headquarters("POST", one + "/cards/{cardId}/freeze", member, null);
        headquarters("POST", one + "/cards/{cardId}/resume", member, null);
        headquarters("POST", one + "/cards/{cardId}/reissue", member, null);
        headquarters("POST", one + "/cards/{cardId}/extend", member, Map.of("days", 3, "reason", "停业"));
    }

    private void ownThings() {
        Map<String, String> line = Map.of("orderId", order, "lineId", "1");
        own("GET", "/prepaid-contracts/{orderId}/{lineId}", line, null);
        own("GET", "/prepaid-contracts/{orderId}/{lineId}/refund-quote", line, null);
        own("GET", "/cards/{cardId}/uses", member, null);
        own("POST", "/cards/{cardId}/report-loss", member, REASON);
        Map<String, String> mine = Map.of("id", giftCard);
        own("GET", "/gift-cards/{id}/entries", mine, null);
        own("POST", "/gift-cards/{id}/code", mine, null);
        own("POST", "/gift-cards/{id}/block", mine, REASON);
        own("POST", "/gift-cards/{id}/move-to-stored-value", mine, Map.of());
        own("POST", "/gift-cards/{id}/renew", mine, null);
        own("POST", "/transfers/{id}/code", Map.of("id", transfer), null);
        own("POST", "/transfers/{id}/cancel", Map.of("id", transfer), null);
        own("POST", "/points-gifts/{giftId}/withdraw", Map.of("giftId", gift), null);
        own("GET", "/redemptions/{id}", Map.of("id", redemption), null);
    }

    private void staffAndStores() {
        Map<String, String> clerk = Map.of("id", shop.clerk().staffId());
        Map<String, Object> change = Map.of("name", "李小店", "role", "CLERK", "storeIds", List.of(elsewhere.text()));
        both("GET", "/staff/{id}", clerk, null);
        both("PUT", "/staff/{id}", clerk, change);
        both("POST", "/staff/{id}/leave", clerk, null);
        both("POST", "/staff/{id}/password", clerk, null);
        Map<String, String> store = Map.of("id", shop.id().text());
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
        Map<String, String> one = Map.of("id", giftCard);
        headquarters("GET", "/gift-cards/{id}", one, null);
        headquarters("GET", "/gift-cards/{id}/entries", one, null);
        headquarters("POST", "/gift-cards/{id}/block", one, REASON);
        headquarters("POST", "/gift-cards/{id}/unblock", one, REASON);
        headquarters("POST", "/points-adjustments/{id}/approve", Map.of("id", adjustment), null);
        headquarters("POST", "/points-adjustments/{id}/reject", Map.of("id", adjustment), REASON);
        headquarters("GET", "/redeem-offers/{offerId}/redemptions", member, null);
    }

    private void rulesOfTheChain() {
        strangers
                .open("POST /app/v1/redeem-offers/{offerId}/redemptions", "the catalogue is for every member")
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

    private Map<String, Object> offer() {
        return Map.of(
                "name",
                "满100减10",
                "templateId",
                "101",
                "points",
                10,
                "from",
                clock.instant().minusSeconds(60),
                "until",
                clock.instant().plus(Duration.ofDays(1)),
                "active",
                true);
    }

    private String first(String path, String name) {
        return owner.get(path).expect(200).json().get(0).path(name).asString();
    }

    private static String made(Api maker, String path, Object body, String name) {
        return maker.post(path, body).expect(201).json().path(name).asString();
    }
}
