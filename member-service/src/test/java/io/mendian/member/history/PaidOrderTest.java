package io.mendian.member.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
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
        Race.run(8, i -> () -> deliveries.deliver(paid))
                .forEach(outcome -> assertThat(outcome.failure()).isNull());
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
    void historyIsPagedWithoutGapOrRepetition() {
        for (int i = 1; i <= 5; i++) {
            deliveries.deliver(assets.saleTo(member).goods(100L * i).paid());
        }
        List<String> orders = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.as(TestCallers.headquarters())
                    .get("/hq/v1/members/" + member + "/orders-history?limit=2" + cursor)
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

    private long sum(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class, member.value());
        return value == null ? 0 : value;
    }
}
