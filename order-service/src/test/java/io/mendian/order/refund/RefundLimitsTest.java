package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the provider and the payment allow, and the ways around it that two people agree on. */
@MendianTest
class RefundLimitsTest extends RefundLimitSteps {

    @Autowired
    Refunds refunds;

    @Autowired
    RefundSteps steps;

    @Autowired
    PartMoves moves;

    @Autowired
    MovableClock clock;

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
    void whatWasHeardEarlierDoesNotPutOutWhatWasHeardLater() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "processing"));
        String id = ReturnDesk.refundId(desk.refund(clerk, order, 1).expect(201).json());
        Refund underWay = refunds.find(Long.parseLong(id)).orElseThrow();
        Refund.Part part = underWay.parts().getFirst();
        steps.failed(underWay.id(), part, "ABNORMAL");
        assertThat(moves.tried(part, Refund.PartStatus.REQUESTED, null, clock.instant()))
                .isFalse();
        steps.failed(underWay.id(), part, "CLOSED");
        assertThat(refunds.find(underWay.id()).orElseThrow().parts())
                .singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(Refund.PartStatus.FAILED))
                .satisfies(one -> assertThat(one.failure()).isEqualTo("ABNORMAL"));
        assertThat(desk.refundStatus(id)).isEqualTo("FAILED");
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
}
