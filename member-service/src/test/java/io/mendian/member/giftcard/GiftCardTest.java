package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.member.hold.ExpireHolds;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class GiftCardTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final MemberKey buyer = Sale.someone();
    private final MemberKey friend = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aBoughtCardIsIssuedOncePerPieceAndItsCodeIsShownOnceAndKeptAsAHash() {
        OrderPaid paid = assets.saleTo(buyer).card(2, gift(10_000), 19_001).paid();
        deliveries.deliverTwice(paid);
        deliveries.deliverInParallel(paid, 4);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        assertThat(assets.number("SELECT COUNT(*) FROM gift_card WHERE buyer_key = ?", buyer))
                .isEqualTo(2);
        assertThat(assets.number("SELECT SUM(paid_minor) FROM gift_card WHERE buyer_key = ?", buyer))
                .isEqualTo(19_001);
        String id = cards(buyer).get(0).path("giftCardId").asString();
        String code = code(buyer, id);
        String kept = jdbc.queryForObject(
                "SELECT CONCAT(code_hash, code_tail) FROM gift_card WHERE id = ?", String.class, id);
        assertThat(kept).doesNotContain(code.replace("-", "").substring(0, 12)).endsWith(code.substring(15));
        assertThat(api.as(TestCallers.member(buyer))
                        .get("/app/v1/me/gift-cards")
                        .body())
                .doesNotContain(code);
    }

    @Test
    void aNewCodeEndsTheOneBeforeAndAFriendTakesTheCardOver() {
        String id = bought(10_000);
        String first = code(buyer, id);
        String second = code(buyer, id);
        claim(friend, first).expectProblem(404, "GIFT_CARD_UNKNOWN");
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8,
                i -> () -> claim(i % 2 == 0 ? friend : Sale.someone(), second).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        claim(Sale.someone(), second).expectProblem(404, "GIFT_CARD_UNKNOWN");
        post(buyer, "/app/v1/me/gift-cards/" + id + "/code", Map.of()).expectProblem(404, "GIFT_CARD_UNKNOWN");
    }

    @Test
    void wrongCodesAreThrottled() {
        for (int i = 0; i < 10; i++) {
            claim(friend, GiftCode.random()).expectProblem(404, "GIFT_CARD_UNKNOWN");
        }
        claim(friend, code(buyer, bought(10_000))).expectProblem(429, "GIFT_CODE_TRIES");
        clock.advance(Duration.ofMinutes(61));
        claim(friend, code(buyer, bought(10_000))).expect(200);
    }

    @Test
    void aCardPaysInPartsForAnybodyWithTheCodeAndComesBackOnce() {
        String id = bought(10_000);
        String code = code(buyer, id);
        Sale sale = Sale.toNobody().at(clock.instant()).goods(7_000).giftCard(id, 4_000);
        JsonNode held = hold(sale, null, code, 4_000).expect(200).json();
        assertThat(held.path("giftCards").get(0).path("giftCardId").asString()).isEqualTo(id);
        hold(sale, null, code, 4_000).expect(200);
        hold(sale, null, code, 4_001).expectProblem(409, "HOLD_DIFFERS");
        assertThat(hold(Sale.toNobody(), null, code, 6_001)
                        .expectProblem(409, "GIFT_CARD_TOO_LITTLE")
                        .json()
                        .path("facts")
                        .path("left")
                        .asLong())
                .isEqualTo(6_000);
        OrderPaid paid = sale.paid();
        deliveries.deliverTwice(paid);
        Assets.race(4, i -> () -> deliveries.deliver(paid));
        assertThat(balance(id)).isEqualTo(6_000);
        OrderRefunded refund =
                sale.refund(1, 1, 3_000).tender("GIFT_CARD", 1_500, id).event();
        deliveries.deliverTwice(refund);
        Assets.race(4, i -> () -> deliveries.deliver(refund));
        assertThat(balance(id)).isEqualTo(7_500);
        deliveries.deliver(
                sale.refund(1, 1, 4_000).full().tender("GIFT_CARD", 2_500, id).event());
        assertThat(balance(id)).isEqualTo(10_000);
        assertThat(entries(id)).isEqualTo(4);
    }

    @Test
    void parallelSpendsNeverGoBelowZero() {
        String id = bought(10_000);
        String code = code(buyer, id);
        List<Sale> sales = IntStream.range(0, 16)
                .mapToObj(i -> Sale.toNobody().at(clock.instant()).goods(1_300).giftCard(id, 1_300))
                .toList();
        List<Race.Outcome<Integer>> outcomes = Race.run(16, i -> () -> {
            int status = hold(sales.get(i), null, code, 1_300).status();
            if (status == 200) {
                deliveries.deliver(sales.get(i).paid());
            }
            return status;
        });
        assertThat(outcomes.stream().filter(outcome -> outcome.succeeded() && outcome.value() == 200))
                .hasSize(7);
        assertThat(balance(id)).isEqualTo(900);
    }

    @Test
    void sixteenRequestsWithOneIdAreOneHoldAndAnExpiredOneIsTakenLateOrShort() {
        String id = bought(10_000);
        String code = code(buyer, id);
        Sale sale = Sale.toNobody().at(clock.instant()).goods(6_000).giftCard(id, 6_000);
        Race.run(16, i -> () -> hold(sale, null, code, 6_000).status())
                .forEach(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(held(id)).isEqualTo(6_000);
        clock.advance(Duration.ofSeconds(901));
        Assets.race(4, i -> () -> expireHolds.expire(200));
        expireHolds.expire(200);
        assertThat(held(id)).isZero();
        deliveries.deliverTwice(sale.paid());
        assertThat(balance(id)).isEqualTo(4_000);
        Sale late = Sale.toNobody().at(clock.instant()).goods(5_000).giftCard(id, 5_000);
        deliveries.deliverTwice(late.paid());
        assertThat(balance(id)).isEqualTo(4_000);
        assertThat(jdbc.queryForObject(
                        "SELECT gift_short_minor FROM asset_shortage WHERE order_id = ?",
                        Long.class,
                        late.orderId().value()))
                .isEqualTo(5_000);
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/member")
                        .body())
                .contains(late.orderId().text());
    }

    @Test
    void aBlockedCardPaysForNothingUntilHeadquartersLetsItAndAMemberSeesOnlyHisOwn() {
        String id = bought(10_000);
        String code = code(buyer, id);
        String path = "/app/v1/me/gift-cards/" + id;
        post(friend, path + "/block", Map.of("reason", "丢了")).expectProblem(404, "GIFT_CARD_UNKNOWN");
        post(buyer, path + "/block", Map.of("reason", "丢了")).expect(200);
        hold(Sale.toNobody(), null, code, 1_000).expectProblem(404, "GIFT_CARD_UNKNOWN");
        post(buyer, path + "/code", Map.of()).expectProblem(409, "GIFT_CARD_BLOCKED");
        post(buyer, path + "/move-to-stored-value", Map.of()).expectProblem(409, "GIFT_CARD_BLOCKED");
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/gift-cards/" + id + "/unblock", Map.of("reason", "找到了")).expect(200);
        hold(Sale.toNobody(), null, code(buyer, id), 1_000).expect(200);
        assertThat(api.as(TestCallers.member(friend))
                        .get(path + "/entries")
                        .expect(404)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(api.as(TestCallers.member(friend))
                        .get("/app/v1/me/gift-cards/1/entries")
                        .json()
                        .path("code")
                        .asString());
    }

    @Test
    void aBalanceMovesIntoStoredValueInThePaidShareAndEndsExactly() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(10_000), 9_000).paid());
        String id = cards(buyer).get(0).path("giftCardId").asString();
        String path = "/app/v1/me/gift-cards/" + id + "/move-to-stored-value";
        post(buyer, path, Map.of("amountMinor", 3_333)).expect(200);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8, i -> () -> post(buyer, path, Map.of("amountMinor", 6_667)).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        post(buyer, path, Map.of()).expectProblem(409, "GIFT_CARD_TOO_LITTLE");
        assertThat(balance(id)).isZero();
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", buyer))
                .isEqualTo(9_000);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", buyer))
                .isEqualTo(1_000);
    }

    @Test
    void aCardAboveTheCapOfAnonymousCardsIsNamedAndPaysForItsHolderOnly() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(100_001), 100_001).paid());
        JsonNode card = cards(buyer).get(0);
        assertThat(card.path("named").asBoolean()).isTrue();
        post(buyer, "/app/v1/me/gift-cards/" + card.path("giftCardId").asString() + "/code", Map.of())
                .expectProblem(409, "GIFT_CARD_NOT_SENDABLE");
        post(buyer, "/app/v1/me/gift-cards/" + card.path("giftCardId").asString() + "/move-to-stored-value", Map.of())
                .expect(200);
    }

    @Test
    void aCardAboveEveryCapIsIssuedForItIsPaidAndRaisesAnAlarm() {
        deliveries.deliver(assets.saleTo(buyer).card(1, gift(500_001), 500_001).paid());
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/member")
                        .body())
                .contains(
                        "GIFT_CARD_ABOVE_CAP",
                        cards(buyer).get(0).path("giftCardId").asString());
    }

    @Test
    void aTermThatEndedTakesNothingAwayAndIsRenewedForFree() {
        String id = bought(10_000);
        String code = code(buyer, id);
        clock.advance(Duration.ofDays(365L * 3 + 2));
        hold(Sale.toNobody(), null, code, 1_000).expectProblem(409, "GIFT_CARD_EXPIRED");
        post(buyer, "/app/v1/me/gift-cards/" + id + "/renew", Map.of()).expect(200);
        hold(Sale.toNobody(), null, code, 1_000).expect(200);
    }

    private static CardTerms gift(long valueMinor) {
        return new CardTerms("GIFT", 0, null, List.of(), List.<StoreId>of(), valueMinor);
    }

    private String bought(long valueMinor) {
        deliveries.deliver(
                assets.saleTo(buyer).card(1, gift(valueMinor), valueMinor).paid());
        return cards(buyer).get(0).path("giftCardId").asString();
    }

    private JsonNode cards(MemberKey member) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/gift-cards")
                .expect(200)
                .json();
    }

    private String code(MemberKey holder, String id) {
        return post(holder, "/app/v1/me/gift-cards/" + id + "/code", Map.of())
                .expect(200)
                .json()
                .path("code")
                .asString();
    }

    private Api.Answer claim(MemberKey member, String code) {
        return post(member, "/app/v1/gift-cards/claim", Map.of("code", code));
    }

    private Api.Answer post(MemberKey member, String path, Map<String, ?> body) {
        return api.as(TestCallers.member(member)).post(path, body);
    }

    private Api.Answer hold(Sale sale, MemberKey member, String code, long amountMinor) {
        Map<String, Object> body = new HashMap<>();
        body.put("holdId", sale.orderId().text());
        body.put("memberKey", member == null ? null : member.text());
        body.put("points", 0);
        body.put("storedValueMinor", 0);
        body.put("expiresAt", clock.instant().plusSeconds(900));
        body.put("giftCards", List.of(Map.of("code", code, "amountMinor", amountMinor)));
        return assets.asOrderService().post("/internal/v1/holds", body);
    }

    private long balance(String id) {
        return number("SELECT balance_minor FROM gift_card WHERE id = ?", id);
    }

    private long held(String id) {
        return number("SELECT held_minor FROM gift_card WHERE id = ?", id);
    }

    private long entries(String id) {
        return number("SELECT COUNT(*) FROM gift_card_entry WHERE gift_card_id = ?", id);
    }

    private long number(String sql, String id) {
        Long value = jdbc.queryForObject(sql, Long.class, id);
        return value == null ? 0 : value;
    }
}
