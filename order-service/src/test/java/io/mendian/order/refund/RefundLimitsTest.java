package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** What the provider allows, and what becomes of money that it does not bring back. */
@MendianTest
class RefundLimitsTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    ReturnDesk desk;

    @Autowired
    PayProvider provider;

    @Autowired
    OutboxProbe outbox;

    private StoreId store;
    private Caller clerk;
    private MemberKey member;

    @BeforeEach
    void begin() {
        provider.at().control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 0);
    }

    @AfterEach
    void end() {
        provider.at().control().clearFaults();
    }

    private String order(long price, long quantity) {
        return desk.weChatOrder(store, member, shop.goods(price), quantity, 0);
    }

    @Test
    void aPreviewSaysAllAndMovesNothing() {
        String order = order(1000, 3);
        JsonNode said = api.as(clerk)
                .post("/store/v1/orders/" + order + "/refunds/preview", ReturnDesk.wish(2))
                .expect(200)
                .json();
        assertThat(said.path("amountMinor").asLong()).isEqualTo(1800);
        assertThat(said.at("/lines/0/listMinor").asLong()).isEqualTo(2000);
        assertThat(said.at("/lines/0/discountMinor").asLong()).isEqualTo(200);
        assertThat(said.at("/parts/0/kind").asString()).isEqualTo("WECHAT_PAY");
        assertThat(said.at("/parts/0/stop").isNull()).isTrue();
        assertThat(said.at("/member/pointsTakenBack").asLong()).isEqualTo(18);
        assertThat(said.path("full").asBoolean()).isFalse();
        JsonNode all = api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/refunds/preview", ReturnDesk.wish(3))
                .expect(200)
                .json();
        assertThat(all.path("full").asBoolean()).isTrue();
        assertThat(all.at("/coupons/0/fate").asString()).isEqualTo("EXPIRED");
        assertThat(desk.number("SELECT COUNT(*) FROM refund WHERE order_id = " + order))
                .isZero();
    }

    @Test
    void aPaymentOlderThanAYearGoesBackAnotherWayThatASecondPersonApproves() {
        String order = order(1000, 2);
        desk.change("UPDATE wechat_payment SET paid_at = '2020-01-01' WHERE order_id = " + order);
        JsonNode said = api.as(clerk)
                .post("/store/v1/orders/" + order + "/refunds/preview", ReturnDesk.wish(1))
                .expect(200)
                .json();
        assertThat(said.at("/parts/0/stop").asString()).isEqualTo("TOO_OLD");
        assertThat(said.at("/parts/0/otherWays").size()).isEqualTo(3);
        desk.refund(clerk, order, 1).expectProblem(409, "REFUND_WAY_NEEDED");
        JsonNode refund = desk.refund(clerk, order, 1, List.of(Map.of("tenderNo", 1, "way", "CASH")))
                .expect(201)
                .json();
        assertThat(refund.path("status").asString()).isEqualTo("WAITING_APPROVAL");
        api.as(shop.manager(store))
                .post("/store/v1/refunds/" + ReturnDesk.refundId(refund) + "/approve", Map.of())
                .expect(200);
        assertThat(desk.refundStatus(ReturnDesk.refundId(refund))).isEqualTo("DONE");
        assertThat(outbox.events(OrderRefunded.class, order).getFirst().tenders())
                .extracting(Tender::kind)
                .containsExactly("CASH");
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE order_id = " + order))
                .isZero();
        assertThat(api.as(clerk)
                        .get("/store/v1/days/today")
                        .expect(200)
                        .json()
                        .path("expectedCashMinor")
                        .asLong())
                .isEqualTo(-900);
    }

    @Test
    void moneyThatCanGoTheWayItCameGoesNoOther() {
        String order = order(1000, 1);
        desk.refund(clerk, order, 1, List.of(Map.of("tenderNo", 1, "way", "CASH")))
                .expectProblem(409, "REFUND_WAY_NOT_ALLOWED");
    }

    @Test
    void theFiftiethRefundOfAPaymentIsTheLastAtAnyConcurrency() {
        String order = order(100, 16);
        desk.change("UPDATE wechat_payment SET refund_count = 49 WHERE order_id = " + order);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> desk.refund(clerk, order, 1).status());
        assertThat(outcomes.stream().filter(one -> one.value() == 201)).hasSize(1);
        assertThat(desk.number("SELECT refund_count FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(50);
        desk.refund(clerk, order, 1).expectProblem(409, "REFUND_WAY_NEEDED");
        assertThat(desk.number("SELECT refunded_quantity FROM order_line WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void sixteenPartialRefundsAtOnceBringBackExactlyWhatWasPaidOneAMinute() {
        String order = order(333, 16);
        long paid = desk.number("SELECT payable_minor FROM sales_order WHERE id = " + order);
        List<Race.Outcome<JsonNode>> refunds =
                Race.run(16, i -> () -> desk.refund(clerk, order, 1).expect(201).json());
        assertThat(Race.successes(refunds)).isEqualTo(16);
        refunds.forEach(one -> desk.settle(ReturnDesk.refundId(one.value()), "DONE"));
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(paid);
        assertThat(desk.number("SELECT SUM(p.amount_minor) FROM refund_part p JOIN refund r ON r.id = p.refund_id"
                        + " WHERE p.status = 'DONE' AND r.order_id = " + order))
                .isEqualTo(paid);
        List<OrderRefunded> told = outbox.events(OrderRefunded.class, order);
        assertThat(told).hasSize(16);
        assertThat(told.stream().filter(OrderRefunded::full)).hasSize(1);
        assertThat(told.getLast().refundedSoFarMinor()).isEqualTo(paid);
    }

    @Test
    void aPaymentNeverGivesBackMoreThanCameInWhateverAsks() {
        String order = order(1000, 1);
        assertThatThrownBy(() -> desk.change(
                        "UPDATE wechat_payment SET refunded_minor = amount_minor + 1 WHERE order_id = " + order))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aRefundThatIsToldOfBeforeItsAnswerIsOneRefund() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "notify-before-answer"));
        JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
        desk.settle(ReturnDesk.refundId(refund), "DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void manyNotificationsAndTheTimerAtOnceAreOneRefund() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "processing"));
        JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
        String number = "R" + ReturnDesk.part(refund);
        provider.at().control().settleRefund(number, "SUCCESS");
        PayProvider.Notice notice = provider.refunded(number, "SUCCESS");
        Race.run(
                8,
                i -> () -> i % 4 == 3
                        ? desk.advanced(ReturnDesk.refundId(refund), 10)
                        : notice.sentTo(api, "/open/v1/wechat-pay/refund-notifications")
                                .status());
        desk.settle(ReturnDesk.refundId(refund), "DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
        assertThat(desk.number("SELECT refunded_done_minor FROM sales_order WHERE id = " + order))
                .isEqualTo(900);
    }

    @Test
    void anAbnormalRefundGoesAnotherWayWhenTwoPeopleAgreeAndNeverTwice() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "abnormal"));
        JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
        String id = ReturnDesk.refundId(refund);
        desk.settle(id, "FAILED");
        assertThat(open("REFUND_FAILED", id)).isEqualTo(1);
        String path = "/hq/v1/refunds/" + id + "/parts/" + ReturnDesk.part(refund) + "/other-way";
        Api first = api.as(TestCallers.headquarters());
        first.post(path + "/agree", Map.of()).expectProblem(409, "REFUND_WAY_NOT_WANTED");
        first.post(path, Map.of("way", "CASH")).expect(200);
        first.post(path + "/agree", Map.of()).expectProblem(409, "REFUND_SECOND_PERSON");
        Caller second = TestCallers.headquarters(
                io.mendian.runtime.security.Right.ORDERS_REFUND_APPROVE, io.mendian.runtime.security.Right.ORDERS_READ);
        Race.run(6, i -> () -> api.as(second).post(path + "/agree", Map.of()).status());
        assertThat(desk.refundStatus(id)).isEqualTo("DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
        assertThat(outbox.events(OrderRefunded.class, order).getFirst().tenders())
                .extracting(Tender::kind)
                .containsExactly("CASH");
        assertThat(open("REFUND_FAILED", id)).isZero();
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE order_id = " + order))
                .isZero();
        // somebody repairs it at the provider all the same: the payer has his money twice, and a person is told
        String number = "R" + ReturnDesk.part(refund);
        provider.at().control().settleRefund(number, "SUCCESS");
        provider.refunded(number, "SUCCESS")
                .sentTo(api, "/open/v1/wechat-pay/refund-notifications")
                .expect(204);
        assertThat(open("REFUND_PAID_TWICE", number)).isEqualTo(1);
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void aRefundThatIsStillUnderWayAtTheProviderGoesNoOtherWay() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "processing"));
        JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
        String id = ReturnDesk.refundId(refund);
        desk.change("UPDATE refund_part SET status = 'FAILED' WHERE refund_id = " + id);
        desk.change("UPDATE refund SET status = 'FAILED' WHERE id = " + id);
        String path = "/hq/v1/refunds/" + id + "/parts/" + ReturnDesk.part(refund) + "/other-way";
        api.as(TestCallers.headquarters())
                .post(path, Map.of("way", "BANK", "reference", "B-1"))
                .expect(200);
        api.as(TestCallers.headquarters(io.mendian.runtime.security.Right.ORDERS_REFUND_APPROVE))
                .post(path + "/agree", Map.of())
                .expectProblem(409, "REFUND_STILL_RUNNING");
        // the provider's word counts: it brings the refund on
        provider.at().control().settleRefund("R" + ReturnDesk.part(refund), "SUCCESS");
        provider.refunded("R" + ReturnDesk.part(refund), "SUCCESS")
                .sentTo(api, "/open/v1/wechat-pay/refund-notifications")
                .expect(204);
        assertThat(desk.refundStatus(id)).isEqualTo("DONE");
    }

    @Test
    void ofAPaymentWithACouponOfTheChannelThePayersSharesEndAtWhatHePaid() {
        String order = desk.weChatOrder(store, member, shop.goods(1111), 3, 700);
        long payable = desk.number("SELECT payable_minor FROM sales_order WHERE id = " + order);
        long said = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode preview = api.as(clerk)
                    .post("/store/v1/orders/" + order + "/refunds/preview", ReturnDesk.wish(1))
                    .expect(200)
                    .json();
            JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
            desk.settle(ReturnDesk.refundId(refund), "DONE");
            long really = provider.at()
                    .control()
                    .refund("R" + ReturnDesk.part(refund))
                    .payerRefund();
            assertThat(preview.at("/parts/0/payerMinor").asLong()).isEqualTo(really);
            assertThat(desk.number("SELECT payer_minor FROM refund_part WHERE id = " + ReturnDesk.part(refund)))
                    .isEqualTo(really);
            said += really;
        }
        assertThat(said).isEqualTo(payable - 700);
    }

    private long open(String kind, String subject) {
        return desk.number("SELECT COUNT(*) FROM alarm WHERE open_mark = 1 AND kind = '" + kind + "' AND subject = '"
                + subject + "'");
    }
}
