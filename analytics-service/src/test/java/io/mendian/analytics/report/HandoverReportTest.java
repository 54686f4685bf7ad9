package io.mendian.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.contracts.order.OrderTipped;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Seeds;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Tips by person and day, and how far goods have come: the fold of what was told, each once, whatever is told again. */
@MendianTest
class HandoverReportTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    BookQueries books;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Trading trading = new Trading();
    private final StaffId anna = StaffId.of(Trading.id());
    private final StaffId ben = StaffId.of(Trading.id());

    @BeforeEach
    void aStore() {
        deliveries.deliver(trading.opened("Asia/Shanghai", "r" + Trading.id()));
    }

    @Test
    void tipsAreCountedByPersonAndDayAndInNoOtherFigure() {
        deliveries.deliverTwice(tip(anna, "CASH", 500, "2026-03-01"));
        OrderTipped again = tip(anna, "BOOKED", 300, "2026-03-01");
        deliveries.deliver(again);
        deliveries.deliver(again); // under another event id
        deliveries.deliverInParallel(tip(anna, "CASH", -500, "2026-03-02"), 4);
        deliveries.deliver(tip(ben, "CASH", 200, "2026-03-02"));
        JsonNode report = report("tips");
        assertThat(report.path("totalMinor").asLong()).isEqualTo(500);
        assertThat(report.path("cashMinor").asLong()).isEqualTo(200);
        assertThat(ReportCase.field(report.path("byStaff"), "staffId")).containsExactly(anna.text(), ben.text());
        assertThat(report.at("/byStaff/0/totalMinor").asLong()).isEqualTo(300);
        assertThat(report.at("/byStaff/0/tips").asLong()).isEqualTo(2);
        assertThat(report.path("byDay")).hasSize(3);
        JsonNode first = report("tips?to=2026-03-01");
        assertThat(first.path("totalMinor").asLong()).isEqualTo(800);
        assertThat(first.path("byDay")).hasSize(1);
        JsonNode summary = report("summary");
        assertThat(summary.path("revenueMinor").asLong()).isZero();
        assertThat(summary.path("receivedMinor").asLong()).isZero();
    }

    @Test
    void aStoreSeesItsOwnAndNobodyElses() {
        Trading neighbour = new Trading();
        deliveries.deliver(neighbour.opened("Asia/Shanghai", "r" + Trading.id()));
        deliveries.deliver(tip(anna, "CASH", 500, "2026-03-01"));
        deliveries.deliver(move(OrderId.of(Trading.id()), "TO_SHIP"));
        for (String report : List.of("tips", "fulfilment")) {
            Api region = api.as(ReportCase.scoped(Set.of(neighbour)));
            assertThat(region.get("/hq/v1/reports/" + report).expect(200).body())
                    .doesNotContain(trading.store.text());
            assertThat(ReportCase.withoutTrace(
                            region.get("/hq/v1/reports/" + report + "?storeId=" + trading.store.text())
                                    .expect(404)
                                    .body()))
                    .isEqualTo(ReportCase.withoutTrace(region.get("/hq/v1/reports/" + report + "?storeId=17")
                            .expect(404)
                            .body()));
        }
    }

    @Test
    void whatIsToShipIsOverdueAfterTwoDaysAndGoneWhenItIsSent() {
        OrderId early = OrderId.of(Trading.id());
        deliveries.deliverTwice(move(early, "TO_SHIP"));
        clock.advance(Duration.ofHours(47));
        OrderId late = OrderId.of(Trading.id());
        deliveries.deliver(move(late, "TO_PREPARE"));
        assertThat(report("fulfilment").path("overdue").asLong()).isZero();
        clock.advance(Duration.ofHours(2));
        JsonNode report = report("fulfilment");
        assertThat(report.path("overdue").asLong()).isEqualTo(1);
        assertThat(ReportCase.field(report.path("waiting"), "orderId")).containsExactly(early.text(), late.text());
        assertThat(report.at("/waiting/0/overdue").asBoolean()).isTrue();
        deliveries.deliver(move(early, "SHIPPED"));
        deliveries.deliver(move(early, "TO_SHIP")); // told again later: it does not go back
        JsonNode after = report("fulfilment");
        assertThat(after.path("overdue").asLong()).isZero();
        assertThat(after.path("shipped").asLong()).isEqualTo(1);
        assertThat(after.path("toPrepare").asLong()).isEqualTo(1);
    }

    @Test
    void whatCameBackWhollyIsNotWaitedFor() {
        Trading.Sale sale = trading.sale(Trading.member(), "2026-03-01").line(SkuId.of(Trading.id()), 2, 500, 500);
        deliveries.deliver(sale.paid());
        deliveries.deliver(move(sale.id, "TO_SHIP"));
        deliveries.deliver(sale.refund("2026-03-02", 1, 250, false));
        assertThat(report("fulfilment").path("toShip").asLong()).isEqualTo(1);
        deliveries.deliverTwice(sale.refund("2026-03-02", 1, 250, true));
        assertThat(report("fulfilment").path("toShip").asLong()).isZero();
        assertBalanced("I21 how far goods have come");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void whateverIsToldInWhateverOrderEachOrderIsWhereItsLastStepLeftIt(long seed) {
        Random random = new Random(Seeds.of(seed));
        List<FulfilmentChanged> moves = new ArrayList<>();
        int toShip = 0;
        int shipped = 0;
        for (int i = 0; i < 60; i++) {
            OrderId order = OrderId.of(Trading.id());
            int steps = 1 + random.nextInt(3);
            moves.add(move(order, "TO_SHIP"));
            if (steps > 1) {
                moves.add(move(order, "SHIPPED"));
            }
            if (steps > 2) {
                moves.add(move(order, "DONE"));
            }
            toShip += steps == 1 ? 1 : 0;
            shipped += steps == 2 ? 1 : 0;
        }
        Collections.shuffle(moves, random);
        moves.forEach(move -> {
            deliveries.deliver(move);
            if (random.nextInt(4) == 0) {
                deliveries.deliver(move);
            }
        });
        JsonNode report = report("fulfilment?limit=200");
        assertThat(report.path("toShip").asLong()).isEqualTo(toShip);
        assertThat(report.path("shipped").asLong()).isEqualTo(shipped);
        assertThat(report.path("waiting")).hasSize(toShip);
        assertBalanced("I21 how far goods have come");
    }

    @Test
    void theBooksFindAStepThatWasNotToldAndADayWhoseTipsDiffer() {
        deliveries.deliver(move(OrderId.of(Trading.id()), "TO_SHIP"));
        deliveries.deliver(tip(anna, "CASH", 500, "2026-03-01"));
        deliveries.deliver(new DayClosed(
                trading.store,
                LocalDate.parse("2026-03-01"),
                0,
                0,
                0,
                "CNY",
                Instant.parse("2026-03-02T00:00:00Z"),
                500L));
        assertBalanced("Tips of closed days");
        for (String[] sabotage : new String[][] {
            {"UPDATE agg_fulfilment SET status = 'SHIPPED', step = 2 WHERE store_id = ", "I21 how far goods have come"},
            {"UPDATE fact_tip SET amount_minor = 499 WHERE store_id = ", "Tips of closed days"}
        }) {
            Boolean balanced = transaction.execute(status -> {
                status.setRollbackOnly();
                jdbc.update(sabotage[0] + trading.store.text());
                return check(sabotage[1]);
            });
            assertThat(balanced).as(sabotage[1]).isFalse();
        }
    }

    private void assertBalanced(String name) {
        assertThat(check(name)).as(name).isTrue();
    }

    private boolean check(String name) {
        return books.run().checks().stream()
                .filter(check -> check.name().startsWith(name))
                .map(BookResult::balanced)
                .toList()
                .equals(List.of(true));
    }

    private JsonNode report(String what) {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/" + what + (what.contains("?") ? "&" : "?") + "storeId=" + trading.store.text())
                .expect(200)
                .json();
    }

    private OrderTipped tip(StaffId staff, String kind, long amount, String day) {
        return new OrderTipped(
                OrderId.of(Trading.id()),
                trading.store,
                Long.toString(Trading.id()),
                staff,
                kind,
                amount,
                "CNY",
                LocalDate.parse(day),
                Instant.parse(day + "T02:00:00Z"));
    }

    private FulfilmentChanged move(OrderId order, String to) {
        return new FulfilmentChanged(
                order, trading.store, null, "DELIVERY", "WAITING", to, "STAFF", null, List.of(), clock.instant());
    }
}
