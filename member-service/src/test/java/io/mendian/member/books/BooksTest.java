package io.mendian.member.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class BooksTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BookQueries books;

    @Autowired
    PlatformTransactionManager transactions;

    private final MemberKey member = Sale.someone();

    @Test
    void everyBookFindsTheRowThatWasBrokenAndBalancesWithoutIt() {
        assets.earn(member, 100_000);
        assets.recharge(member, 10_000, 1_000);
        Sale held = assets.saleTo(member);
        assets.hold(held, member, 5, 110).expect(200);
        assets.balance();
        finds("I15 points = sum", "UPDATE points_entry SET delta = delta + 1 WHERE member_key = ?");
        finds("I15 points = what", "UPDATE points_lot SET remaining = remaining - 1 WHERE member_key = ?");
        finds("I15 points held", "UPDATE points_account SET held = held + 1 WHERE member_key = ?");
        finds("I15 points owed", "UPDATE points_account SET debt = debt + 1 WHERE member_key = ?");
        finds("I16 each order", "UPDATE points_earning SET points_earned = points_earned + 1 WHERE member_key = ?");
        finds("I1 principal", "UPDATE wallet_entry SET delta_minor = delta_minor + 1 WHERE member_key = ?");
        finds("I1 stored value held", "UPDATE asset_hold SET bonus_minor = bonus_minor + 1 WHERE member_key = ?");
        finds("M46", "UPDATE recharge SET bonus_minor = bonus_minor + 1 WHERE member_key = ?");
        finds("I9 each confirmed", "UPDATE asset_hold SET status = 'CONFIRMED' WHERE member_key = ?");
        finds("M29 the level", "UPDATE level_standing SET changes = changes + 1 WHERE member_key = ?");
        finds("M29 orders", "UPDATE level_standing SET order_count = order_count + 1 WHERE member_key = ?");
        finds("M15", "UPDATE consumption_record SET amount_minor = -1 WHERE member_key = ?");
        assets.balance();
    }

    @Test
    void theBooksOfCardsRefundsAndTransfersFindTheRowThatWasBroken() {
        assets.recharge(member, 10_000, 1_000);
        CardTerms gift = new CardTerms("GIFT", 0, null, List.of(), List.of(), 5_000L);
        CardTerms punch = new CardTerms("PUNCH", 5, null, List.of(), List.of());
        deliveries.deliver(
                assets.saleTo(member).card(1, gift, 5_000).card(1, punch, 9_000).paid());
        deliveries.deliver(assets.saleTo(member).goods(100).storedValue(100).paid());
        assets.balance();
        finds("X07 gift card =", "UPDATE gift_card SET balance_minor = balance_minor - 1 WHERE buyer_key = ?");
        finds("X07 gift cards held", "UPDATE gift_card SET held_minor = held_minor + 1 WHERE buyer_key = ?");
        finds("M49 uses left", "UPDATE card SET uses_left = uses_left - 1 WHERE member_key = ?");
        finds("M49 uses held", "UPDATE card SET uses_held = uses_held + 1 WHERE member_key = ?");
        finds("O09 each confirmed", """
                INSERT INTO hold_gift_card (hold_id, gift_card_id, amount_minor)
                SELECT hold_id, 1, 5 FROM asset_hold WHERE status = 'CONFIRMED' AND member_key = ?
                """);
        finds("X06 a contract", "UPDATE prepaid_contract SET refunded_at = paid_at WHERE member_key = ?");
        finds("X06 each recharge refund", """
                INSERT INTO asset_refund SELECT CONCAT('r', order_id), line_id, order_id, member_key, kind, 'CONSUMER', 0, 5, 0,
                    '{}', 'CONFIRMED', paid_at, paid_at FROM prepaid_contract WHERE kind = 'RECHARGE' AND member_key = ?
                """);
        finds("X05", """
                INSERT INTO bonus_instalment SELECT order_id, line_id, 1, member_key, 5, paid_at, 'CREDITED', paid_at
                FROM prepaid_contract WHERE kind = 'RECHARGE' AND member_key = ?
                """);
        finds("X06 a transfer", """
                INSERT INTO asset_transfer SELECT order_id, member_key, 1, 'STORED_VALUE', 5, 0, 0, 0, NULL, 'DONE', NULL,
                    paid_at, paid_at, paid_at FROM prepaid_contract WHERE kind = 'RECHARGE' AND member_key = ?
                """);
        assets.balance();
    }

    @Test
    void theBooksOfPointsAndLevelsFindWhatWasBroken() {
        MemberKey joined = assets.joined();
        assets.earn(joined, 100_000);
        Api app = api.as(TestCallers.member(joined));
        app.post("/app/v1/me/sign-ins", "").expect(200);
        app.post("/app/v1/me/points-gifts", Map.of("points", 30)).expect(201);
        String adjustment = api.as(TestCallers.headquarters())
                .post("/hq/v1/members/" + joined + "/points-adjustments", Map.of("points", 7, "reason", "补记"))
                .expect(201)
                .json()
                .path("adjustmentId")
                .asString();
        api.as(TestCallers.headquarters(Right.ASSETS_ADJUST))
                .post("/hq/v1/points-adjustments/" + adjustment + "/approve", "")
                .expect(200);
        assets.balance();
        finds(joined, "I15 points held", "UPDATE points_gift SET points = points + 1 WHERE from_member = ?");
        finds(joined, "M36 each sign-in", "UPDATE sign_in SET points = points + 1 WHERE member_key = ?");
        finds(joined, "M45 a streak", "UPDATE sign_in SET streak = streak + 1 WHERE member_key = ?");
        finds(joined, "X02 each approved", "UPDATE points_adjustment SET points = points + 1 WHERE member_key = ?");
        finds(joined, "X02 each gift", "UPDATE points_gift SET status = 'TAKEN', to_member = 1 WHERE from_member = ?");
        finds(joined, "M29 progress", "UPDATE level_credit SET spend_back = 1 WHERE member_key = ?");
        finds(joined, "M29 points towards", "UPDATE level_credit SET points_back = 1 WHERE member_key = ?");
    }

    @Test
    void theBooksOfReviewsSharesAndAdjustedStoredValueFindWhatWasBroken() {
        MemberKey joined = assets.joined();
        Sale sale = assets.saleTo(joined).goods(50);
        deliveries.deliver(sale.paid());
        Api app = api.as(TestCallers.member(joined));
        String review = app.post(
                        "/app/v1/me/orders/" + sale.orderId() + "/lines/1/review", Map.of("stars", 5, "text", "好"))
                .expect(201)
                .json()
                .path("reviewId")
                .asString();
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/reviews/" + review + "/approve", "").expect(200);
        String link = app.get("/app/v1/me/share-link").json().path("link").asString();
        api.as(TestCallers.member(assets.joined()))
                .post("/app/v1/me/share-claims", Map.of("link", link))
                .expect(201);
        Map<String, Object> amounts = Map.of("principalMinor", 7, "bonusMinor", 0, "reason", "补记");
        String id = hq.post("/hq/v1/members/" + joined + "/stored-value-adjustments", amounts)
                .expect(201)
                .json()
                .path("adjustmentId")
                .asString();
        api.as(TestCallers.headquarters(Right.ASSETS_ADJUST))
                .post("/hq/v1/stored-value-adjustments/" + id + "/approve", "")
                .expect(200);
        assets.balance();
        finds(joined, "M38 each approved", "UPDATE review SET points = points + 1 WHERE member_key = ?");
        finds(joined, "M38 what a withdrawn", "UPDATE review SET status = 'WITHDRAWN' WHERE member_key = ?");
        finds(joined, "M38 each newcomer", "UPDATE share_claim SET points = points + 1 WHERE sharer_key = ?");
        finds(
                joined,
                "X02 stored value",
                "UPDATE wallet_adjustment SET bonus_minor = 1, principal_minor = 6 WHERE member_key = ?");
    }

    /** Breaks rows in a transaction that never commits, and looks from inside it. */
    private void finds(String book, String sabotage) {
        finds(member, book, sabotage);
    }

    private void finds(MemberKey whose, String book, String sabotage) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        List<BookResult> found = transaction.execute(status -> {
            status.setRollbackOnly();
            assertThat(jdbc.update(sabotage, whose.value())).isPositive();
            return books.run().checks();
        });
        assertThat(found)
                .filteredOn(check -> check.name().startsWith(book))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.balanced()).as(book).isFalse();
                    assertThat(check.offenders()).hasSizeLessThanOrEqualTo(20);
                });
    }

    @Test
    void headquartersAndServicesReadTheSameBooks() {
        JsonNode hq = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/member")
                .expect(200)
                .json();
        JsonNode internal =
                assets.asOrderService().get("/internal/v1/books").expect(200).json();
        assertThat(hq.path("service").asString()).isEqualTo("member");
        assertThat(internal.path("checks")).hasSameSizeAs(hq.path("checks"));
        assertThat(hq.path("checks").get(0).path("durationMillis").isNumber()).isTrue();
    }
}
