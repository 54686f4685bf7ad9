package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.MendianTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pieces come back and others are taken: the difference is paid or given back. */
@MendianTest
class ExchangeGoodsTest extends ExchangeGoodsSteps {

    @Test
    void atTheSamePriceBothHappenAndNoMoneyMoves() {
        String order = desk.cashSale(clerk, shop.goods(1000), 2);
        JsonNode done = exchange(order, 1, shop.goods(1000), 0).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("carriedMinor").asLong()).isEqualTo(1000);
        String taken = done.at("/newOrder/orderId").asString();
        assertThat(desk.orderStatus(taken)).isEqualTo("PAID");
        assertThat(desk.refundStatus(done.at("/refund/refundId").asString())).isEqualTo("DONE");
        assertThat(outbox.events(OrderPaid.class, taken).getFirst().tenders())
                .containsExactlyElementsOf(
                        outbox.events(OrderRefunded.class, order).getFirst().tenders());
        assertThat(outbox.events(OrderRefunded.class, order).getFirst().tenders())
                .extracting(Tender::kind)
                .containsExactly("EXCHANGE");
        assertThat(expectedCash()).isEqualTo(2000);
    }

    @Test
    void theDifferenceIsPaidInCash() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        JsonNode done = exchange(order, 1, shop.goods(1500), 600).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(expectedCash()).isEqualTo(1500);
        assertThat(desk.number("SELECT amount_minor FROM order_tender WHERE kind = 'CASH' AND order_id = "
                        + done.at("/newOrder/orderId").asString()))
                .isEqualTo(500);
    }

    @Test
    void theDifferenceIsGivenBackTheWayItCame() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        JsonNode done = exchange(order, 1, shop.goods(400), 0).expect(201).json();
        assertThat(done.path("carriedMinor").asLong()).isEqualTo(400);
        assertThat(outbox.events(OrderRefunded.class, order).getFirst().tenders())
                .extracting(Tender::kind, Tender::amountMinor)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("EXCHANGE", 400L),
                        org.assertj.core.groups.Tuple.tuple("CASH", 600L));
        assertThat(expectedCash()).isEqualTo(400);
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
    }

    @Test
    void whatIsNotThereIsNotExchangedAndNothingElseHappens() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        SkuId none = shop.goods(1000);
        inventory.has(none, 0);
        exchange(order, 1, none, 0).expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
        assertThat(desk.text("SELECT status FROM refund WHERE order_id = " + order))
                .isEqualTo("REJECTED");
        exchange(order, 1, shop.goods(1500), 100).expectProblem(409, "CASH_TOO_LITTLE");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
        exchange(order, 1, shop.goods(1000), 0).expect(201);
    }

    @Test
    void carriedMoneyGoesBackToWhereItHadComeFrom() {
        MemberKey member = shop.member(0, 0);
        String order = desk.weChatOrder(store, member, shop.goods(1000), 2, 0);
        String number = desk.numberOf(order);
        JsonNode done = exchange(order, 1, shop.goods(1000), 0).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("carriedMinor").asLong()).isEqualTo(900);
        String taken = done.at("/newOrder/orderId").asString();
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE out_trade_no = '" + number + "'"))
                .isZero();
        JsonNode back = desk.refund(clerk, taken, 1).expect(201).json();
        assertThat(back.at("/parts/0/kind").asString()).isEqualTo("WECHAT_PAY");
        desk.settle(ReturnDesk.refundId(back), "DONE");
        assertThat(outbox.events(OrderRefunded.class, taken).getFirst().tenders())
                .containsExactly(new Tender("WECHAT_PAY", 900, number));
        desk.settle(ReturnDesk.refundId(desk.refund(clerk, order, 1).expect(201).json()), "DONE");
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE out_trade_no = '" + number + "'"))
                .isEqualTo(1800);
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
        assertThat(desk.orderStatus(taken)).isEqualTo("REFUNDED");
    }
}
