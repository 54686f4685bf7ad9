package io.mendian.order.fulfilment;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Goods come to the customer over the counter, by pickup or by delivery, in legal steps only. */
@MendianTest
class FulfilmentTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    Counterside desk;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    FinishDeliveries finishDeliveries;

    @Autowired
    JdbcTemplate jdbc;

    private StoreId store;
    private Caller clerk;
    private MemberKey member;
    private Caller buyer;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 0);
        buyer = TestCallers.member(member);
    }

    @Test
    void aSaleAtTheCounterIsDoneAtOnceAndTellsNoStep() {
        JsonNode sale = api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(line(shop.goods(500), 1)), "cash", Map.of("receivedMinor", 500)))
                .expect(201)
                .json();
        assertThat(sale.path("handing").asString()).isEqualTo("COUNTER");
        assertThat(sale.path("fulfilment").asString()).isEqualTo("DONE");
        assertThat(events(sale.path("orderId").asString())).isEmpty();
    }

    @Test
    void anOrderIsLaidReadyAndFetched() {
        String order = desk.placed(store, member, "PICKUP", 2);
        assertThat(desk.status(order)).isEqualTo("WAITING");
        desk.tried(clerk, order, "ready").expectProblem(409, "ORDER_NOT_PAID");
        api.as(clerk)
                .post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "POS"))
                .expect(200);
        assertThat(listed("TO_PREPARE")).containsExactly(order);
        desk.tried(clerk, order, "fetched").expectProblem(409, "FULFILMENT_NOT_SO");
        desk.move(clerk, order, "ready");
        desk.move(clerk, order, "ready");
        JsonNode done = desk.move(clerk, order, "fetched");
        assertThat(done.path("statusText").asString()).isEqualTo("已完成");
        assertThat(desk.steps(order))
                .containsExactly("WAITING>TO_PREPARE PAYMENT", "TO_PREPARE>READY STAFF", "READY>DONE STAFF");
        assertThat(events(order))
                .extracting(FulfilmentChanged::toStatus)
                .containsExactly("TO_PREPARE", "READY", "DONE");
        assertThat(events(order).getLast().pieces()).containsExactly(new FulfilmentChanged.Piece("1", 2));
        assertThat(listed("DONE")).containsExactly(order);
    }

    @Test
    void anOrderIsSentAndTheMemberConfirmsThatItCame() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        desk.tried(buyer, order, "received").expectProblem(409, "FULFILMENT_NOT_SO");
        desk.tried(clerk, order, "fetched").expectProblem(409, "NOT_FETCHED");
        desk.move(clerk, order, "shipment");
        api.as(clerk)
                .post("/store/v1/orders/" + order + "/shipment", Map.of("carrier", "中通", "trackingNo", "ZT99887766"))
                .expect(200);
        JsonNode seen = api.as(buyer)
                .get("/app/v1/orders/" + order + "/fulfilment")
                .expect(200)
                .json();
        assertThat(seen.path("trackingNo").asString()).isEqualTo("ZT99887766");
        assertThat(seen.path("status").asString()).isEqualTo("SHIPPED");
        assertThat(seen.path("receiveBy").isNull()).isFalse();
        desk.move(buyer, order, "received");
        desk.move(buyer, order, "received");
        assertThat(desk.steps(order))
                .containsExactly("WAITING>TO_SHIP PAYMENT", "TO_SHIP>SHIPPED STAFF", "SHIPPED>DONE MEMBER");
        assertThat(events(order)).hasSize(3);
    }

    @Test
    void whatWasSentLongAgoCountsAsReceivedOnce() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        desk.move(clerk, order, "shipment");
        int ignored = finishDeliveries.receive(200);
        assertThat(desk.status(order)).isEqualTo("SHIPPED");
        clock.advance(Duration.ofDays(10).plusSeconds(1));
        while (finishDeliveries.receive(200) > 0) {
            // other tests may have left some
        }
        assertThat(desk.steps(order)).last().isEqualTo("SHIPPED>DONE TIMER");
        desk.move(buyer, order, "received");
        assertThat(desk.steps(order)).hasSize(3);
    }

    @Test
    void theRecipientIsEncryptedMaskedShownOnlyWhileNeededAndForgotten() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        String sealed =
                jdbc.queryForObject("SELECT recipient FROM order_delivery WHERE order_id = " + order, String.class);
        assertThat(sealed).doesNotContain("王小明").doesNotContain("13812345678").doesNotContain("世纪大道");
        String seen =
                api.as(buyer).get("/app/v1/orders/" + order + "/fulfilment").body();
        assertThat(seen).contains("王***", "138****5678").doesNotContain("王小明").doesNotContain("13812345678");
        assertThat(api.as(clerk).get("/store/v1/orders/" + order).body()).doesNotContain("世纪大道");
        JsonNode shown = api.as(clerk)
                .post("/store/v1/orders/" + order + "/recipient-looks", Map.of())
                .expect(200)
                .json();
        assertThat(shown.path("detail").asString()).isEqualTo("世纪大道100号8楼");
        JsonNode looks = api.as(TestCallers.headquarters())
                .get("/hq/v1/orders/" + order + "/recipient-looks")
                .expect(200)
                .json();
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).path("staffId").asString())
                .isEqualTo(clerk.staffId().text());
        desk.move(clerk, order, "shipment");
        desk.move(buyer, order, "received");
        desk.tried(clerk, order, "recipient-looks").expectProblem(409, "RECIPIENT_NOT_SHOWN");
        clock.advance(Duration.ofDays(89));
        purgeAll();
        assertThat(recipients(order)).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        purgeAll();
        assertThat(recipients(order)).isZero();
        assertThat(outbox.events(FulfilmentChanged.class, order).toString()).doesNotContain("王");
    }

    @Test
    void aClerkSeesSoManyRecipientsAMinuteAndNoMore() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        String path = "/store/v1/orders/" + order + "/recipient-looks";
        for (int i = 0; i < 30; i++) {
            api.as(clerk).post(path, Map.of()).expect(200);
        }
        api.as(clerk).post(path, Map.of()).expectProblem(429, "TOO_MANY_LOOKS");
        api.as(shop.clerk(store)).post(path, Map.of()).expect(200);
        clock.advance(Duration.ofSeconds(61));
        api.as(clerk).post(path, Map.of()).expect(200);
    }

    @Test
    void anOrderThatIsCancelledNeedsNoRecipientAnyMore() {
        String order = desk.placed(store, member, "DELIVERY", 1);
        api.as(buyer).post("/app/v1/orders/" + order + "/cancel", Map.of()).expect(200);
        assertThat(desk.status(order)).isEqualTo("ENDED");
        purgeAll();
        assertThat(recipients(order)).isZero();
    }

    @Test
    void onlyGoodsAreSentAndADeliveryNeedsItsRecipient() {
        Map<String, Object> to = Map.of("way", "DELIVERY", "recipient", Counterside.RECIPIENT);
        order(to, shop.service(900).text()).expectProblem(409, "HANDING_FOR_GOODS");
        order(Map.of("way", "DELIVERY"), shop.goods(900).text()).expectProblem(400, "RECIPIENT_NEEDED");
        order(
                        Map.of("way", "PICKUP", "recipient", Counterside.RECIPIENT),
                        shop.goods(900).text())
                .expectProblem(400, "RECIPIENT_NEEDED");
    }

    private Api.Answer order(Map<String, Object> handing, String sku) {
        return api.as(buyer)
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId", store.text(),
                                "handing", handing,
                                "lines", List.of(Map.of("skuId", sku, "quantity", 1))));
    }

    private void purgeAll() {
        while (finishDeliveries.purge(200) > 0) {
            // other tests may have left some
        }
    }

    private long recipients(String order) {
        return desk.number("SELECT COUNT(*) FROM order_delivery WHERE recipient IS NOT NULL AND order_id = " + order);
    }

    private List<String> listed(String status) {
        JsonNode mine = api.as(buyer)
                .get("/app/v1/orders?fulfilment=" + status)
                .expect(200)
                .json()
                .path("items");
        JsonNode stores = api.as(clerk)
                .get("/store/v1/orders?fulfilment=" + status)
                .expect(200)
                .json()
                .path("items");
        assertThat(mine.valueStream().map(one -> one.path("orderId").asString()))
                .containsExactlyElementsOf(stores.valueStream()
                        .map(one -> one.path("orderId").asString())
                        .toList());
        return mine.valueStream().map(one -> one.path("orderId").asString()).toList();
    }

    private List<FulfilmentChanged> events(String order) {
        return outbox.events(FulfilmentChanged.class, order);
    }
}
