package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.contracts.marketing.GroupSucceeded;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignKind;
import io.mendian.order.neighbours.FakeCampaigns;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A failed group's orders go back wholly and once, by themselves; before a group has succeeded nothing is handed over. */
@MendianTest
class GroupRefundTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    FakeCampaigns campaigns;

    @Autowired
    FakeMembers members;

    @Autowired
    PayProvider provider;

    @Autowired
    ReturnDesk desk;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    RefundFailedGroup refundFailedGroup;

    @Autowired
    MovableClock clock;

    private StoreId store;
    private SkuId apples;
    private MemberKey member;
    private Api me;
    private String offer;

    @BeforeEach
    void begin() {
        provider.at().control().clearFaults();
        store = shop.store();
        apples = shop.goods(80_000);
        member = shop.member(0, 1_000_000);
        me = api.as(TestCallers.member(member));
        offer = campaigns.offer(CampaignKind.GROUP_BUY, apples, 60_000, 100);
    }

    @Test
    void aPaidOrderOfAFailedGroupGoesBackOnceHoweverOftenItIsTold() {
        String order = paid(2);
        deliveries.deliverInParallel(failed(order), 6);
        deliveries.deliverTwice(failed(order));
        String refund = desk.text("SELECT id FROM refund WHERE order_id = " + order);
        // above the limit for approval, and nobody is asked
        desk.settle(refund, "DONE");
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
        assertThat(outbox.events(OrderRefunded.class, order)).singleElement().satisfies(told -> {
            assertThat(told.full()).isTrue();
            assertThat(told.amountMinor()).isEqualTo(120_000);
            assertThat(told.lines().getFirst().restock()).isTrue();
        });
        assertThat(back(order)).isEqualTo(120_000);
        assertThat(me.get("/app/v1/orders/" + order)
                        .json()
                        .at("/campaign/group")
                        .asString())
                .isEqualTo("FAILED");
    }

    @Test
    void moneyThatCameByWeChatGoesBackUnderOneNumberAlsoAfterAKill() {
        String order = placed(1, 0);
        members.isAtWeChat(member, "o-" + member);
        String number = me.post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json()
                .path("outTradeNo")
                .asString();
        provider.at().control().pay(number, "o-x", 0);
        Awaitility.await().until(() -> desk.orderStatus(order).equals("PAID"));
        // the provider does it and its answer is lost
        desk.faults(Map.of("http", "500", "effect", "done"));
        deliveries.deliver(failed(order));
        String refund = desk.text("SELECT id FROM refund WHERE order_id = " + order);
        assertThat(desk.refundStatus(refund)).isEqualTo("REFUNDING");
        Race.run(3, i -> () -> desk.advanced(refund, 0));
        provider.at().control().clearFaults();
        deliveries.deliver(failed(order));
        desk.settle(refund, "DONE");
        assertThat(desk.number(
                        "SELECT COUNT(*) FROM refund_part p JOIN refund r ON r.id = p.refund_id WHERE r.order_id = "
                                + order))
                .isEqualTo(1);
        assertThat(back(order)).isEqualTo(60_000);
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
    }

    @Test
    void aRequestOfTheMemberThatStillWaitsGivesWay() {
        String order = paid(3);
        String asked = ReturnDesk.refundId(me.post("/app/v1/orders/" + order + "/refunds", ReturnDesk.wish(1))
                .expect(201)
                .json());
        deliveries.deliverTwice(failed(order));
        assertThat(desk.refundStatus(asked)).isEqualTo("REJECTED");
        String whole = desk.text("SELECT id FROM refund WHERE order_id = " + order + " AND requested_by = 'SYSTEM'");
        desk.settle(whole, "DONE");
        assertThat(back(order)).isEqualTo(180_000);
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
    }

    @Test
    void whatWentBackBeforeIsNotPaidTwiceWhoeverIsFirst() {
        for (int round = 0; round < 4; round++) {
            String order = paid(1);
            OrderId id = OrderId.parse(order);
            Api manager = api.as(shop.manager(store));
            Race.run(6, i -> () -> {
                if (i == 0) {
                    return manager.post("/store/v1/orders/" + order + "/refunds", ReturnDesk.wish(1))
                            .status();
                }
                refundFailedGroup.refund(id);
                return 0;
            });
            deliveries.deliver(failed(order));
            // a staff refund above the limit waits for approval: it gives way, or never came to be
            assertThat(desk.number("SELECT SUM(refunded_quantity) FROM order_line WHERE order_id = " + order))
                    .isEqualTo(1);
            String certain = desk.text(
                    "SELECT id FROM refund WHERE order_id = " + order + " AND status IN ('REFUNDING', 'DONE')");
            desk.settle(certain, "DONE");
            assertThat(back(order)).isEqualTo(60_000);
        }
    }

    @Test
    void nothingIsHandedOverOrExchangedBeforeTheGroupHasSucceeded() {
        String order = paid(1);
        Api clerk = api.as(shop.clerk(store));
        Map<String, Object> exchange = Map.of(
                "reasonCode", "DISLIKE",
                "lines", List.of(Map.of("lineId", "1", "quantity", 1)),
                "taken", List.of(line(shop.goods(60_000), 1)));
        clerk.post("/store/v1/orders/" + order + "/exchanges", exchange).expectProblem(409, "GROUP_PENDING");
        clerk.post("/store/v1/orders/" + order + "/ready", Map.of()).expectProblem(409, "GROUP_PENDING");
        deliveries.deliverTwice(new GroupSucceeded(order, offer, List.of(OrderId.parse(order)), clock.instant()));
        assertThat(me.get("/app/v1/orders/" + order)
                        .json()
                        .at("/campaign/group")
                        .asString())
                .isEqualTo("SUCCEEDED");
        // told late by mistake: what has succeeded stays
        deliveries.deliver(failed(order));
        assertThat(desk.number("SELECT COUNT(*) FROM refund WHERE order_id = " + order))
                .isZero();
        clerk.post("/store/v1/orders/" + order + "/ready", Map.of()).expect(200);
    }

    private GroupFailed failed(String order) {
        return new GroupFailed(order, offer, List.of(OrderId.parse(order)), "EXPIRED", clock.instant());
    }

    private String paid(long pieces) {
        String order = placed(pieces, -1);
        assertThat(desk.orderStatus(order)).isEqualTo("PAID");
        return order;
    }

    private String placed(long pieces, long storedValue) {
        Map<String, Object> apple = new HashMap<>(line(apples, pieces));
        apple.put("offerId", offer);
        return ReturnDesk.id(me.post(
                "/app/v1/orders",
                Map.of(
                        "storeId",
                        store.text(),
                        "storedValueMinor",
                        storedValue,
                        "lines",
                        List.of(apple),
                        "handing",
                        Map.of("way", "PICKUP"))));
    }

    private long back(String order) {
        return desk.number(
                "SELECT COALESCE(SUM(p.amount_minor), 0) FROM refund_part p JOIN refund r ON r.id = p.refund_id"
                        + " WHERE p.status = 'DONE' AND r.status = 'DONE' AND r.order_id = " + order);
    }
}
