package io.mendian.order.presale;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.SkuId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.refund.AdvanceRefunds;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A deposit now and the balance within its window; who breaks the bargain bears what the law says. */
@MendianTest
class PresaleTest extends PresaleSteps {

    @Autowired
    OutboxProbe outbox;

    @Autowired
    FakeInventory inventory;

    @Autowired
    AdvanceRefunds advanceRefunds;

    @Test
    void depositThenBalanceWithinTheWindowIsAPaidOrder() {
        SkuId sku = shop.goods(10_000);
        String offer = offered(sku, DEPOSIT, 2_000, "KEEP", 5)
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        JsonNode placed = buy(offer, 2).expect(201).json();
        String order = placed.path("orderId").asString();
        assertThat(placed.path("payableMinor").asLong()).isEqualTo(2 * (DEPOSIT + BALANCE));
        assertThat(placed.path("discountMinor").asLong()).isEqualTo(2 * 500);
        assertThat(inventory.held(sku)).isEqualTo(2);
        assertThat(byWeChat(order).path("amountMinor").asLong()).isEqualTo(2 * DEPOSIT);
        assertThat(ledger(order)).containsExactly("RECEIVED 3000");
        booked(order).expectProblem(409, "PRESALE_IN_TWO"); // the window is not open
        api.as(buyer)
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expectProblem(409, "PAYMENT_NOT_NEEDED");
        clock.advance(Duration.ofHours(1));
        assertThat(expireUnpaidOrders.expire(200)).isNotNegative();
        assertThat(status(order)).isEqualTo("PENDING_PAYMENT"); // lives until the balance may no longer be paid
        days(2);
        api.as(manager)
                .post("/store/v1/orders/" + order + "/cash", Map.of("amountMinor", 100, "receivedMinor", 100))
                .expectProblem(409, "PRESALE_IN_TWO");
        assertThat(byWeChat(order).path("amountMinor").asLong()).isEqualTo(2 * BALANCE);
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(ledger(order)).containsExactly("RECEIVED 3000", "USED -3000");
        OrderPaid paid = outbox.events(OrderPaid.class, order).getFirst();
        assertThat(paid.tenders()).extracting("amountMinor").containsExactly(3_000L, 16_000L);
        assertThat(number("SELECT COUNT(*) FROM wechat_payment WHERE status = 'CAPTURED' AND order_id = " + order))
                .isEqualTo(2);
    }

    @Test
    void theDayKeepsDepositsApartUntilTheyAreUsed() {
        String order = ordered(offer("KEEP", 5));
        api.as(manager)
                .post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 2_000))
                .expect(200);
        JsonNode first = day();
        assertThat(first.path("deposits").path("receivedMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(first.path("deposits").path("liabilityMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(first.path("expectedCashMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(first.path("salesMinor").asLong()).isZero();
        assertThat(first.path("revenueMinor").asLong()).isZero();
        days(3);
        api.as(manager)
                .post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 8_000))
                .expect(200);
        JsonNode last = day();
        assertThat(last.path("deposits").path("usedMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(last.path("deposits").path("liabilityMinor").asLong()).isZero();
        assertThat(last.path("expectedCashMinor").asLong()).isEqualTo(BALANCE);
        assertThat(last.path("salesMinor").asLong()).isEqualTo(DEPOSIT + BALANCE);
        assertThat(last.path("revenueMinor").asLong()).isEqualTo(DEPOSIT + BALANCE);
    }

    @Test
    void aWindowThatIsMissedLosesTheDepositWhereTheOfferKeepsIt() {
        SkuId sku = shop.goods(10_000);
        String offer = offered(sku, DEPOSIT, 2_000, "KEEP", 5)
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        String order = ordered(offer);
        api.as(manager)
                .post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 1_500))
                .expect(200);
        days(6);
        expireAll();
        assertThat(status(order)).isEqualTo("CANCELLED");
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "KEPT -1500");
        JsonNode seen = api.as(manager).get("/store/v1/orders/" + order).json();
        assertThat(seen.path("keptMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(seen.path("cashToReturnMinor").asLong()).isZero();
        api.as(manager)
                .post("/store/v1/orders/" + order + "/cash-returns", Map.of())
                .expectProblem(409, "CASH_NOT_TAKEN");
        assertThat(number("SELECT taken FROM presale_offer WHERE id = " + offer))
                .isZero();
    }

    @Test
    void aDepositThatIsGivenBackGoesByItselfTheWayItCame() {
        String order = ordered(offer("GIVE_BACK", 5));
        byWeChat(order);
        days(6);
        expireAll();
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "GIVEN_BACK -1500");
        Awaitility.await().until(() -> {
            clock.advance(Duration.ofSeconds(61));
            provider.at();
            advanceRefunds.advanceAll(200);
            return number(
                            "SELECT COUNT(*) FROM refund WHERE kind = 'SURPLUS' AND status = 'DONE' AND amount_minor = 1500"
                                    + " AND order_id = " + order)
                    == 1;
        });
        assertThat(number("SELECT COUNT(*) FROM refund WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void theMerchantGivesTheDepositBackTwofold() {
        String order = deposited(offer("KEEP", 5));
        JsonNode ended = endAtStore(order, true).expect(200).json();
        endAtStore(order, true).expect(200);
        assertThat(ended.path("keptMinor").asLong()).isZero();
        assertThat(ended.path("bookedToReturnMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "GIVEN_BACK -1500");
        assertThat(alarms(order)).isEqualTo(1);
        penalty(order, "CASH").expectProblem(409, "SHIFT_NOT_OPEN");
        String shift = api.as(manager)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 5_000))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
        assertThat(penalty(order, "CASH")
                        .expect(200)
                        .json()
                        .path("penaltyMinor")
                        .asLong())
                .isEqualTo(DEPOSIT);
        penalty(order, "BANK").expectProblem(409, "PRESALE_NO_PENALTY");
        assertThat(number(
                        "SELECT SUM(amount_minor) FROM shift_entry WHERE tender_kind = 'CASH' AND shift_id = " + shift))
                .isEqualTo(5_000 - DEPOSIT);
        assertThat(alarms(order)).isZero();
    }

    @Test
    void whoGivesUpAfterTheDepositSaysSo() {
        String order = deposited(offer("KEEP", 5));
        api.as(buyer).post("/app/v1/orders/" + order + "/cancel", Map.of()).expectProblem(409, "PRESALE_SAY_WHO");
        api.as(manager).post("/store/v1/orders/" + order + "/cancel", Map.of()).expectProblem(409, "PRESALE_SAY_WHO");
        api.as(buyer).post("/app/v1/presale-orders/" + order + "/end", Map.of()).expect(200);
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "KEPT -1500");
        String unpaid = ordered(offer("KEEP", 5));
        endAtStore(unpaid, true).expectProblem(409, "PRESALE_NOT_DEPOSITED");
        api.as(buyer).post("/app/v1/orders/" + unpaid + "/cancel", Map.of()).expect(200);
        assertThat(ledger(unpaid)).isEmpty();
    }

    @Test
    void anUnpaidDepositExpiresLikeAnyOrder() {
        String offer = offer("KEEP", 1);
        String order = ordered(offer);
        buy(offer, 1).expectProblem(409, "PRESALE_SOLD_OUT");
        clock.advance(Duration.ofMinutes(16));
        expireAll();
        assertThat(status(order)).isEqualTo("CANCELLED");
        buy(offer, 1).expect(201);
    }

    private Api.Answer penalty(String order, String way) {
        return api.as(manager)
                .post("/store/v1/presale-orders/" + order + "/penalty", Map.of("way", way, "reference", "收条 7"));
    }

    private void expireAll() {
        while (expireUnpaidOrders.expire(200) > 0) {
            // other tests may have left some
        }
    }

    private long alarms(String order) {
        return number("SELECT COUNT(*) FROM alarm WHERE kind = 'DEPOSIT_PENALTY_OWED' AND open_mark = 1 AND subject = '"
                + order + "'");
    }

    private JsonNode day() {
        return api.as(manager).get("/store/v1/days/today").expect(200).json();
    }
}
