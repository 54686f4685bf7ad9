package io.mendian.member.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.Shops;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class PaidOrderTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Assets assets;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    private final MemberKey member = Sale.someone();

    @Test
    void aPaidOrderStandsInTheRecordOnceAndARefundAsACorrection() {
        Sale sale = assets.saleTo(member).goods(12_300).goods(700);
        deliveries.deliverTwice(sale.paid());
        deliveries.deliver(sale.paid());
        Sale.Refund refund = sale.refund(2, 1, 700);
        deliveries.deliverTwice(refund.event());
        JsonNode entries = api.as(TestCallers.member(member))
                .get("/app/v1/me/orders-history")
                .expect(200)
                .json()
                .path("entries");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).path("kind").asString()).isEqualTo("CORRECTION");
        assertThat(entries.get(0).path("amountMinor").asLong()).isEqualTo(-700);
        assertThat(entries.get(1).path("amountMinor").asLong()).isEqualTo(13_000);
        assertThat(entries.get(1).path("items").asLong()).isEqualTo(2);
        assertThat(entries.get(1).path("lines").get(0).path("netMinor").asLong())
                .isEqualTo(12_300);
    }

    @Test
    void theSameOrderInManyParallelEventsHasOneEffect() {
        OrderPaid paid = assets.saleTo(member).goods(5_000).paid();
        Assets.race(8, i -> () -> deliveries.deliver(paid));
        assertThat(sum("SELECT COUNT(*) FROM consumption_record WHERE member_key = ?"))
                .isEqualTo(1);
        assertThat(sum("SELECT SUM(delta) FROM points_entry WHERE member_key = ?"))
                .isEqualTo(50);
        assertThat(sum("SELECT balance FROM points_account WHERE member_key = ?"))
                .isEqualTo(50);
        assertThat(sum("SELECT spend_minor FROM level_standing WHERE member_key = ?"))
                .isEqualTo(5_000);
    }

    @Test
    void oneEventDeliveredInParallelHasOneEffect() {
        deliveries.deliverInParallel(assets.saleTo(member).goods(5_000).paid(), 8);
        assertThat(sum("SELECT balance FROM points_account WHERE member_key = ?"))
                .isEqualTo(50);
        assertThat(outbox.events(PointsChanged.class, member.text())).hasSize(1);
    }

    @Test
    void aBatchOfHistoryIsSettledTogetherAsIfOneByOne() {
        MemberKey other = Sale.someone();
        List<IncomingEvent> batch = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            batch.add(deliveries.incoming(assets.saleTo(i % 2 == 0 ? member : other)
                    .history()
                    .goods(999 + i)
                    .paid()));
        }
        dispatcher.dispatch(batch);
        dispatcher.dispatch(batch);
        assertThat(sum("SELECT COUNT(*) FROM consumption_record WHERE member_key = ?"))
                .isEqualTo(50);
        assertThat(sum("SELECT order_count FROM level_standing WHERE member_key = ?"))
                .isEqualTo(50);
        long earned = 0;
        long running = 0;
        for (int i = 0; i < 100; i += 2) {
            long silver = running >= 100_000 ? 1100 : 1000;
            earned += (999 + i) / 100 * silver / 1000;
            running += 999 + i;
        }
        assertThat(sum("SELECT balance FROM points_account WHERE member_key = ?"))
                .isEqualTo(earned);
        assertThat(sum("SELECT COUNT(*) FROM asset_hold WHERE member_key = ?")).isZero();
    }

    @Test
    void aRefundInTheSameBatchFindsItsOrder() {
        Sale sale = assets.saleTo(member).goods(8_000);
        dispatcher.dispatch(List.of(
                deliveries.incoming(sale.paid()),
                deliveries.incoming(sale.refund(1, 1, 8_000).full().event())));
        assertThat(sum("SELECT balance FROM points_account WHERE member_key = ?"))
                .isZero();
        assertThat(sum("SELECT order_count FROM level_standing WHERE member_key = ?"))
                .isZero();
        assertThat(sum("SELECT SUM(amount_minor) FROM consumption_record WHERE member_key = ?"))
                .isZero();
    }

    @Test
    void aRefundInManyEventsHasOneEffect() {
        Sale sale = assets.saleTo(member).goods(50_000).recharge(10_000, 1_000).points(0);
        deliveries.deliver(sale.paid());
        Sale spending = assets.saleTo(member).goods(100).points(40).storedValue(1_100);
        assets.hold(spending, member, 40, 1_100).expect(200);
        deliveries.deliver(spending.paid());
        OrderRefunded refund =
                spending.refund(1, 1, 50).points(20).storedValue(550).event();
        Assets.race(6, i -> () -> deliveries.deliver(refund));
        deliveries.deliver(refund);
        OrderRefunded recharge = sale.refund(2, 1, 5_000).event();
        Assets.race(6, i -> () -> deliveries.deliver(recharge));
        assertThat(sum("SELECT balance FROM points_account WHERE member_key = ?"))
                .isEqualTo(500 - 40 + 1 + 20 - 1);
        assertThat(sum("SELECT principal_minor FROM wallet_account WHERE member_key = ?"))
                .isEqualTo(10_000 - 1_000 + 500 - 5_000);
        assertThat(sum("SELECT COUNT(*) FROM consumption_record WHERE member_key = ? AND kind = 'CORRECTION'"))
                .isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM dead_letter WHERE msg_key = ?",
                        Long.class,
                        sale.orderId().text()))
                .isZero();
        assets.balance();
    }

    @Test
    void whatAMergedMemberPaidBelongsToWhomHeHasBecome() {
        MemberKey former = assets.joined();
        MemberKey now = assets.joined();
        jdbc.update("""
                UPDATE member SET state = 'MERGED', merged_into = ?, phone_sealed = NULL, phone_index = NULL, phone_tail = NULL
                WHERE member_key = ?
                """, now.value(), former.value());
        Sale sale = assets.saleTo(former).goods(9_000);
        deliveries.deliverTwice(sale.paid());
        assertThat(assets.points(former)).isZero();
        assertThat(assets.points(now)).isEqualTo(90);
        deliveries.deliver(sale.refund(1, 1, 9_000).full().event());
        assertThat(assets.points(now)).isZero();
        assets.balance();
    }

    @Test
    void historyIsPagedWithoutGapOrRepetition() {
        MemberKey buyer = assets.joined();
        for (int i = 1; i <= 5; i++) {
            deliveries.deliver(assets.saleTo(buyer).goods(100L * i).paid());
        }
        List<String> orders = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.as(TestCallers.headquarters())
                    .get("/hq/v1/members/" + buyer + "/orders-history?limit=2" + cursor)
                    .expect(200)
                    .json();
            page.path("entries")
                    .forEach(entry -> orders.add(entry.path("orderId").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(orders).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aStoreKnowsWhoBoughtThereAndSeesHisAssetsAStrangerIsMissing() {
        Shops.Shop shop = Shops.open(api);
        MemberKey buyer = assets.joined();
        Api clerk = api.as(TestCallers.clerk(1, shop.id(), Right.values()));
        List<String> routes =
                List.of("points", "stored-value", "level", "level-history", "cards", "cards/1/uses", "orders-history");
        for (String route : routes) {
            clerk.get("/store/v1/members/" + buyer + "/" + route).expectProblem(404, "NOT_FOUND");
            clerk.get("/store/v1/members/1/" + route).expectProblem(404, "NOT_FOUND");
        }
        deliveries.deliver(assets.saleTo(buyer).in(shop.id()).goods(5_000).paid());
        for (String route : routes) {
            int status = clerk.get("/store/v1/members/" + buyer + "/" + route).status();
            assertThat(status).isEqualTo(route.startsWith("cards/") ? 404 : 200);
        }
        JsonNode file = clerk.get("/store/v1/members/" + buyer).expect(200).json();
        assertThat(file.path("sections").path("points").path("usable").asLong()).isEqualTo(50);
    }

    private long sum(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class, member.value());
        return value == null ? 0 : value;
    }
}
