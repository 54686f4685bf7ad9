package io.mendian.analytics.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.order.DayClosed;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.books.BookLedgers;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class BooksTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Api api;

    @Autowired
    BookQueries books;

    @Autowired
    BookLedgers ledgers;

    @Autowired
    JdbcTemplate jdbc;

    private final Trading trading = new Trading();
    private final Trading.Sale sale =
            trading.sale(Trading.member(), "2026-02-01").line(SkuId.of(Trading.id()), 2, 500, 500);

    @AfterEach
    void everybodyIsBack() {
        FakeServices.order = () -> FakeServices.balanced("order", Map.of());
        FakeServices.THINGS.clear();
        FakeServices.SILENT.clear();
    }

    @BeforeEach
    void theOthersKnowWhatIsKnownHere() {
        FakeServices.truth = ledgers;
    }

    @ParameterizedTest
    @CsvSource({
        "agg_sales, sales_minor, day and hour",
        "agg_product, pieces, product",
        "agg_tender, paid_minor, tender",
        "fact_order, discount_minor, day and hour",
        "fact_order, received_minor, A20"
    })
    void aSumThatIsNotTheFoldOfItsFactsIsFound(String table, String column, String check) {
        deliveries.deliver(sale.paid());
        assertThat(balanced(check)).isTrue();
        change(table, column, 1);
        assertThat(balanced(check)).isFalse();
        change(table, column, -1);
        assertThat(balanced(check)).isTrue();
    }

    @Test
    void aMembersSumThatIsNotTheFoldIsFound() {
        deliveries.deliver(sale.paid());
        long member = sale.paid().memberKey().value();
        jdbc.update("UPDATE agg_member SET last_date = '2026-02-02' WHERE member_key = ?", member);
        assertThat(balanced("first and last purchase")).isFalse();
        jdbc.update("UPDATE agg_member SET last_date = '2026-02-01', pieces = 3 WHERE member_key = ?", member);
        assertThat(balanced("sums by member")).isFalse();
        jdbc.update("UPDATE agg_member SET pieces = 2 WHERE member_key = ?", member);
        assertThat(balanced("sums by member") && balanced("first and last purchase"))
                .isTrue();
    }

    @Test
    void aClosedDayThatDiffersFromTheSalesIsFound() {
        deliveries.deliver(sale.paid());
        deliveries.deliver(closed(501));
        assertThat(balanced("Closed days")).isFalse();
        deliveries.deliver(closed(500));
        assertThat(balanced("Closed days")).isTrue();
    }

    private DayClosed closed(long sales) {
        return new DayClosed(
                trading.store, LocalDate.of(2026, 2, 1), 1, sales, 0, "CNY", Instant.parse("2026-02-01T20:00:00Z"));
    }

    @Test
    void headquartersSeesTheBooksOfAllServices() {
        JsonNode all = all();
        assertThat(all.path("services").findValuesAsString("service"))
                .containsExactly("analytics", "member", "marketing", "order", "inventory", "booking", "chain");
        assertThat(all.path("balanced").asBoolean()).as(all.toString()).isTrue();
    }

    @Test
    void aServiceThatIsAwayDoesNotBalance() {
        FakeServices.order = () -> {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "order-service");
        };
        orderIsUnreachable();
    }

    @Test
    void aServiceThatSaysNothingToAQuickQuestionIsNotWaitedForAsLongAsItsBooksMayTake() {
        FakeServices.SILENT.add("order");
        orderIsUnreachable();
    }

    private void orderIsUnreachable() {
        JsonNode all = all();
        assertThat(all.path("balanced").asBoolean(true)).isFalse();
        assertThat(service(all, "order").path("checks").get(0).path("name").asString())
                .isEqualTo("unreachable");
    }

    @Test
    void headquartersSeesTheAlarmsOfAllServices() {
        JsonNode all = alarms();
        assertThat(all.path("services").findValuesAsString("service"))
                .containsExactly("analytics", "member", "marketing", "order", "inventory", "booking");
        assertThat(service(all, "booking").path("alarms").get(0).path("kind").asString())
                .isEqualTo("BOOKS");
        assertThat(all.path("away")).isEmpty();
        FakeServices.order = () -> {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "order-service");
        };
        assertThat(alarms().path("away").get(0).asString()).isEqualTo("order");
    }

    private JsonNode alarms() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/alarms")
                .expect(200)
                .json();
    }

    @Test
    void whatTwoServicesSayOfOneThingMustBeEqual() {
        deliveries.deliver(sale.paid());
        assertThat(all().path("balanced").asBoolean()).isTrue();
        FakeServices.THINGS.put("order/orders", List.of(new BookLedgers.Row("77", 500)));
        assertThat(offendersOf("I21 orders in analytics")).containsExactly("77: order 500, analytics nothing");
        FakeServices.THINGS.remove("order/orders");
        FakeServices.THINGS.put("member/purchases", List.of(new BookLedgers.Row("78", 9)));
        assertThat(offendersOf("I16 members' orders")).containsExactly("78: order nothing, member 9");
        FakeServices.THINGS.put("order/member-orders", List.of(new BookLedgers.Row("78", 8)));
        assertThat(offendersOf("I16 members' orders")).containsExactly("78: order 8, member 9");
    }

    @Test
    void whatIsYoungerThanAMinuteMayStillBeUnderWay() {
        FakeServices.THINGS.put("order/refunds@young", List.of(new BookLedgers.Row("79", 100)));
        assertThat(offendersOf("I21 refunds")).isEmpty();
    }

    /** After a great takeover every part of a ledger differs for a while: they are read together, not one after the other. */
    @Test
    void manyThingsUnderWayAreComparedInOneReading() {
        FakeServices.THINGS.put("order/refunds@young", things(5_000));
        FakeServices.READINGS.set(0);
        assertThat(offendersOf("I21 refunds")).isEmpty();
        assertThat(FakeServices.READINGS)
                .as("everything, and what is old enough")
                .hasValue(2);
    }

    @Test
    void whatIsTooMuchForAFewReadingsIsToldAndNotCalledBalanced() {
        FakeServices.THINGS.put("order/refunds@young", things(250_000));
        FakeServices.READINGS.set(0);
        assertThat(offendersOf("I21 refunds")).singleElement().asString().startsWith("too much is under way to tell: ");
        assertThat(FakeServices.READINGS).hasValue(8);
    }

    private static List<BookLedgers.Row> things(int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> new BookLedgers.Row("t" + id, 1))
                .toList();
    }

    @Test
    void aHoldOfAnOrderThatHasEndedIsNamed() {
        FakeServices.THINGS.put(
                "inventory/live-holds", List.of(new BookLedgers.Row("80", 1), new BookLedgers.Row("81", 1)));
        FakeServices.THINGS.put("order/open", List.of(new BookLedgers.Row("81", 1), new BookLedgers.Row("82", 1)));
        assertThat(offendersOf("I9 what inventory")).containsExactly("80 is held by inventory, not open in order");
    }

    private List<String> offendersOf(String check) {
        return service(all(), "chain")
                .path("checks")
                .valueStream()
                .filter(one -> one.path("name").asString().startsWith(check))
                .flatMap(one -> one.path("offenders").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode service(JsonNode all, String name) {
        for (JsonNode service : all.path("services")) {
            if (service.path("service").asString().equals(name)) {
                return service;
            }
        }
        throw new AssertionError(name + " is missing");
    }

    private JsonNode all() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/books")
                .expect(200)
                .json();
    }

    private void change(String table, String column, int by) {
        jdbc.update(
                "UPDATE " + table + " SET " + column + " = " + column + " + ? WHERE store_id = ?",
                by,
                trading.store.value());
    }

    private boolean balanced(String name) {
        return books.run().checks().stream()
                .filter(check -> check.name().contains(name))
                .findFirst()
                .orElseThrow()
                .balanced();
    }
}
