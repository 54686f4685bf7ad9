package io.mendian.order.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class TakeOverSalesTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    private Api hq;
    private final StoreId store = StoreId.of(ThreadLocalRandom.current().nextLong(1L << 60));
    private final String source = "till-" + store.text();

    @BeforeEach
    void openStore() {
        hq = api.as(TestCallers.headquarters()).with("Accept-Language", "en");
        deliveries.deliver(new StoreOpened(
                store, "T" + store.text(), "店", "RETAIL", "Asia/Shanghai", LocalTime.of(4, 0), null, Instant.EPOCH));
    }

    @Test
    void anOldSaleCountsAsAnOrderOfItsOwnDay() {
        JsonNode answer = send(sale("00001-2", "19970112", 5, 7700));
        String order = answer.path("results").get(0).path("orderId").asString();
        assertThat(answer.path("created").asInt()).isEqualTo(1);
        OrderPaid paid = outbox.events(OrderPaid.class, order).getFirst();
        assertThat(paid.history()).isTrue();
        assertThat(paid.channel()).isEqualTo("HISTORY");
        assertThat(paid.businessDate()).isEqualTo(LocalDate.of(1997, 1, 12));
        assertThat(paid.paidAt()).isEqualTo(Instant.parse("1997-01-12T08:00:00Z"));
        assertThat(paid.payableMinor()).isEqualTo(7700);
        assertThat(paid.lines()).singleElement().satisfies(line -> {
            assertThat(line.skuId().value()).isEqualTo(1);
            assertThat(line.quantity()).isEqualTo(5);
            assertThat(line.netMinor()).isEqualTo(7700);
        });
        assertThat(paid.tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.kind()).isEqualTo("HISTORY");
            assertThat(tender.amountMinor()).isEqualTo(7700);
        });
    }

    @Test
    void theSameSaleAgainIsTheSameOrderAndSaysNothingNew() {
        String first = send(sale("a", "19970101", 1, 1177))
                .path("results")
                .get(0)
                .path("orderId")
                .asString();
        JsonNode again = send(sale("a", "19970101", 1, 1177));
        assertThat(again.path("existing").asInt()).isEqualTo(1);
        assertThat(again.path("results").get(0).path("orderId").asString()).isEqualTo(first);
        assertThat(outbox.events(OrderPaid.class, first)).hasSize(1);
        assertThat(told()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anotherContentUnderTheSameNumberIsRefusedAndTheOthersGoIn() {
        send(sale("a", "19970101", 1, 1177));
        JsonNode answer = send(sale("a", "19970101", 1, 1178), sale("b", "19970101", 2, 0));
        assertThat(answer.path("results").get(0).path("code").asString()).isEqualTo("HISTORY_CONTENT_DIFFERS");
        assertThat(answer.path("results").get(0).path("status").asInt()).isEqualTo(409);
        assertThat(answer.path("results").get(1).path("outcome").asString()).isEqualTo("CREATED");
        assertThat(sum()).isEqualTo(1177);
    }

    @Test
    void aNumberTwiceInOneBatchCountsOnce() {
        JsonNode answer =
                send(sale("a", "19970101", 1, 1177), sale("a", "19970101", 1, 1177), sale("a", "19970101", 3, 1));
        assertThat(outcomes(answer)).containsExactly("CREATED", "EXISTING", "REFUSED");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theSameBatchInParallelCountsEachSaleOnce() {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            batch.add(sale("r" + i, "19970301", 1 + i % 3, 100 + i));
        }
        List<Race.Outcome<Integer>> created = Race.run(6, i -> () -> {
            List<Map<String, Object>> mine = new ArrayList<>(batch);
            java.util.Collections.shuffle(mine, new java.util.Random(i));
            return post(mine).expect(200).json().path("created").asInt();
        });
        assertThat(created.stream().mapToInt(Race.Outcome::value).sum()).isEqualTo(100);
        assertThat(rows()).isEqualTo(100);
        assertThat(told()).isEqualTo(100);
    }

    @Test
    void whatCannotBeIsRefusedByRowAndReason() {
        Map<String, Object> dollars = sale("usd", "19970101", 1, 5);
        dollars.put("currency", "USD");
        Map<String, Object> noStore = sale("store", "19970101", 1, 5);
        Map<String, Object> unresolved = sale("member", "19970101", 1, 5);
        unresolved.put("memberExternalRef", "00017");
        Map<String, Object> items = sale("items", "19970101", 3, 500);
        items.put("items", List.of(Map.of("name", "CD", "pieces", 2, "amountMinor", 500)));
        JsonNode answer = send(
                dollars,
                sale("tomorrow", "29970101", 1, 5),
                sale("none", "19970101", 0, 5),
                sale("less", "19970101", 1, -1),
                unresolved,
                items,
                noStore);
        assertThat(answer.path("results")
                        .valueStream()
                        .map(r -> r.path("code").asString(""))
                        .toList())
                .containsExactly(
                        "HISTORY_CURRENCY_DIFFERS",
                        "HISTORY_DATE_INVALID",
                        "HISTORY_AMOUNT_INVALID",
                        "HISTORY_AMOUNT_INVALID",
                        "HISTORY_MEMBER_UNRESOLVED",
                        "HISTORY_ITEMS_DIFFER",
                        "");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void itemsBecomeLines() {
        Map<String, Object> sale = sale("items", "19970101", 3, 500);
        sale.put(
                "items",
                List.of(
                        Map.of("name", "CD", "pieces", 2, "amountMinor", 500),
                        Map.of("name", "Sticker", "pieces", 1, "amountMinor", 0)));
        String order = send(sale).path("results").get(0).path("orderId").asString();
        assertThat(outbox.events(OrderPaid.class, order).getFirst().lines())
                .extracting(line -> line.name() + " " + line.quantity() + " " + line.netMinor())
                .containsExactly("CD 2 500", "Sticker 1 0");
    }

    @Test
    void theSummaryAddsUpByMonth() {
        Map<String, Object> mine = sale("1", "19970131", 2, 300);
        mine.put("memberKey", "501");
        Map<String, Object> sameDay = sale("2", "19970131", 1, 100);
        sameDay.put("memberKey", "501");
        send(mine, sameDay, sale("3", "19980228", 4, 0));
        JsonNode summary = hq.get("/hq/v1/history/sales/summary?source=" + source)
                .expect(200)
                .json();
        assertThat(summary.path("sales").asLong()).isEqualTo(3);
        assertThat(summary.path("members").asLong()).isEqualTo(1);
        assertThat(summary.path("pieces").asLong()).isEqualTo(7);
        assertThat(summary.path("amountMinor").asLong()).isEqualTo(400);
        assertThat(summary.path("byMonth")
                        .valueStream()
                        .map(m -> m.path("month").asString())
                        .toList())
                .containsExactly("1997-01", "1998-02");
    }

    @Test
    void aBatchIsBounded() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(sale("m" + i, "19970101", 1, 1));
        }
        post(many).expectProblem(400, "INVALID_REQUEST");
        post(many.subList(0, 500)).expect(200);
        assertThat(rows()).isEqualTo(500);
    }

    @SafeVarargs
    private JsonNode send(Map<String, Object>... sales) {
        return post(List.of(sales)).expect(200).json();
    }

    private Api.Answer post(List<Map<String, Object>> sales) {
        return hq.post("/hq/v1/history/sales", Map.of("source", source, "sales", sales));
    }

    private Map<String, Object> sale(String ref, String date, long pieces, long amount) {
        return new HashMap<>(Map.of(
                "externalRef",
                ref,
                "storeId",
                store.text(),
                "businessDate",
                date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6),
                "pieces",
                pieces,
                "amountMinor",
                amount,
                "currency",
                "CNY"));
    }

    private long rows() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM history_sale WHERE source = ?", Long.class, source);
    }

    /** How many sales of this store the other services hear of, under whatever order id. */
    private long told() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE type = 'order.paid.v1' AND payload LIKE ?",
                Long.class,
                "%\"" + store.text() + "\"%");
    }

    private long sum() {
        return jdbc.queryForObject("SELECT SUM(amount_minor) FROM history_sale WHERE source = ?", Long.class, source);
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.path("results")
                .valueStream()
                .map(r -> r.path("outcome").asString())
                .toList();
    }
}
