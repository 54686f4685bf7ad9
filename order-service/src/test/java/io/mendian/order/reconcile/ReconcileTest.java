package io.mendian.order.reconcile;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.simulators.Simulators;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MendianTest
class ReconcileTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String NOTIFY = "/open/v1/wechat-pay/notifications";

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    PayProvider provider;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    ReconcileDueDays reconcileDueDays;

    private Simulators sim;
    private Caller clerk;
    private LocalDate day;

    @BeforeEach
    void begin() {
        clerk = shop.clerk(shop.store());
        // noon of a fresh day, so that the whole test lies on one bill
        day = clock.instant().atZone(CHINA).toLocalDate().plusDays(1);
        clock.advanceTo(day.atTime(LocalTime.NOON).atZone(CHINA).toInstant());
        sim = provider.at();
        sim.control().clearFaults();
    }

    @AfterEach
    void end() {
        sim.control().clearFaults();
    }

    @Test
    void everyKindOfDifferenceIsListedAndSettledOnes() {
        String good = paid(1_000);
        sim.control().setFaults(json.readTree("{\"notify\": \"lost\"}"));
        String unbooked = open(2_000);
        sim.control().pay(unbooked, "o-x", 0);
        sim.control().clearFaults();
        String onlyOurs = open(3_000);
        provider.paid(onlyOurs, 3_000).sentTo(api, NOTIFY).expect(204);
        String other = paid(4_000);
        jdbc.update("UPDATE wechat_payment SET amount_minor = 3999 WHERE out_trade_no = ?", other);
        String unknown = paid(5_000);
        jdbc.update("UPDATE wechat_payment SET out_trade_no = ? WHERE out_trade_no = ?", "X" + unknown, unknown);
        nextMorning();

        JsonNode bill = compare().expect(200).json();
        assertThat(bill.path("status").asString()).isEqualTo("DONE");
        assertThat(of(good)).isEmpty();
        assertThat(of(unbooked)).containsExactly("STATE_DIFFERS OPEN");
        assertThat(of(onlyOurs)).containsExactly("MISSING_THERE OPEN");
        assertThat(of(other)).containsExactly("AMOUNT_DIFFERS OPEN");
        assertThat(of(unknown)).containsExactly("MISSING_HERE OPEN");
        assertThat(of("X" + unknown)).containsExactly("MISSING_THERE OPEN");
        assertThat(alarms()).isEqualTo(1);

        Race.run(4, i -> () -> compare().expect(200).status());
        assertThat(count("SELECT COUNT(*) FROM channel_bill_line WHERE number = ?", good))
                .isEqualTo(1);
        assertThat(of(other)).containsExactly("AMOUNT_DIFFERS OPEN");

        resolve(onlyOurs).expect(200);
        resolve(onlyOurs).expectProblem(409, "DIFFERENCE_CLOSED");
        jdbc.update("UPDATE wechat_payment SET amount_minor = 4000 WHERE out_trade_no = ?", other);
        jdbc.update("UPDATE wechat_payment SET out_trade_no = ? WHERE out_trade_no = ?", unknown, "X" + unknown);
        compare().expect(200);
        assertThat(of(other)).containsExactly("AMOUNT_DIFFERS GONE");
        assertThat(of(unknown)).containsExactly("MISSING_HERE GONE");
        assertThat(of("X" + unknown)).containsExactly("MISSING_THERE GONE");
        assertThat(of(onlyOurs)).containsExactly("MISSING_THERE RESOLVED");
    }

    @Test
    void refundsStandInTheBillTooAndTheFeeIsToldOnce() {
        String order = order(6_000);
        String number = wechat(order);
        sim.control().pay(number, "o-x", 0);
        awaitPaid(order);
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "退", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201);
        String refund = "R"
                + jdbc.queryForObject(
                        "SELECT p.id FROM refund_part p JOIN refund r ON r.id = p.refund_id WHERE r.order_id = ?",
                        Long.class,
                        Long.parseLong(order));
        Awaitility.await()
                .until(() ->
                        count("SELECT COUNT(*) FROM refund_part WHERE id = ? AND status = 'DONE'", refund.substring(1))
                                == 1);
        nextMorning();
        compare().expect(200);
        assertThat(of(number)).isEmpty();
        assertThat(of(refund)).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT fee_milli FROM channel_bill_line WHERE number IN (?, ?) ORDER BY fee_milli",
                        Long.class,
                        number,
                        refund))
                .containsExactly(-36_000L, 36_000L);
        jdbc.update("UPDATE refund_part SET status = 'FAILED', done_at = NULL WHERE id = ?", refund.substring(1));
        compare().expect(200);
        assertThat(of(refund)).containsExactly("STATE_DIFFERS OPEN");
        jdbc.update(
                "UPDATE refund_part SET status = 'DONE', done_at = ? WHERE id = ?",
                java.sql.Timestamp.from(clock.instant()),
                refund.substring(1));
        compare().expect(200);
        assertThat(of(refund)).containsExactly("STATE_DIFFERS GONE");
    }

    @Test
    void theTimerComparesEachDayOnceAndOneThatFailedAgainLater() {
        String good = paid(700);
        compare().expectProblem(409, "BILL_NOT_READY");
        nextMorning();
        sim.control().setFaults(json.readTree("{\"http\": \"500\", \"httpPath\": \"/v3/bill\"}"));
        reconcileDueDays.reconcile();
        assertThat(status()).isEqualTo("FAILED");
        sim.control().clearFaults();
        reconcileDueDays.reconcile();
        assertThat(status()).isEqualTo("FAILED");
        clock.advance(java.time.Duration.ofMinutes(31));
        provider.at();
        reconcileDueDays.reconcile();
        assertThat(status()).isEqualTo("DONE");
        assertThat(of(good)).isEmpty();
        Integer runs = jdbc.queryForObject("SELECT runs FROM channel_bill WHERE bill_date = ?", Integer.class, day);
        reconcileDueDays.reconcile();
        assertThat(jdbc.queryForObject("SELECT runs FROM channel_bill WHERE bill_date = ?", Integer.class, day))
                .isEqualTo(runs);
    }

    @Test
    void onlyHeadquartersOfTheWholeChainSeesBills() {
        Caller region = new Caller(
                io.mendian.runtime.security.Realm.HQ,
                "7",
                null,
                false,
                java.util.Set.of(shop.store()),
                java.util.Set.of(Right.REPORTS_READ, Right.OPERATIONS));
        api.as(region).get("/hq/v1/channel-bills").expect(403);
        api.as(region).get("/hq/v1/channel-differences").expect(403);
        api.as(TestCallers.headquarters())
                .post("/hq/v1/channel-differences/1/resolve", Map.of("note", "x"))
                .expectProblem(404, "NOT_FOUND");
        assertThat(api.as(TestCallers.headquarters(Right.REPORTS_READ))
                        .get("/hq/v1/channel-bills")
                        .expect(200)
                        .json()
                        .isArray())
                .isTrue();
    }

    private void nextMorning() {
        clock.advanceTo(day.plusDays(1).atTime(11, 0).atZone(CHINA).toInstant());
        provider.at();
    }

    private Api.Answer compare() {
        return api.as(TestCallers.headquarters()).post("/hq/v1/channel-bills/" + day + "/compare", Map.of());
    }

    private Api.Answer resolve(String number) {
        Long id = jdbc.queryForObject("SELECT id FROM channel_difference WHERE number = ?", Long.class, number);
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/channel-differences/" + id + "/resolve", Map.of("note", "手工核对无误"));
    }

    private List<String> of(String number) {
        return jdbc.queryForList(
                "SELECT CONCAT(what, ' ', status) FROM channel_difference WHERE number = ? ORDER BY what",
                String.class,
                number);
    }

    private String status() {
        return jdbc.queryForObject("SELECT status FROM channel_bill WHERE bill_date = ?", String.class, day);
    }

    private long alarms() {
        return count(
                "SELECT COUNT(*) FROM alarm WHERE kind = 'CHANNEL_DIFFERENCE' AND subject = ? AND open_mark = 1",
                day.toString());
    }

    private long count(String sql, Object... values) {
        return jdbc.queryForObject(sql, Long.class, values);
    }

    private String paid(long amount) {
        String order = order(amount);
        String number = wechat(order);
        sim.control().pay(number, "o-x", 0);
        awaitPaid(order);
        return number;
    }

    private String open(long amount) {
        return wechat(order(amount));
    }

    private void awaitPaid(String order) {
        Awaitility.await()
                .until(() -> count("SELECT COUNT(*) FROM sales_order WHERE id = ? AND status = 'PAID'", order) == 1);
    }

    private String order(long amount) {
        return api.as(clerk)
                .post("/store/v1/orders", Map.of("lines", List.of(line(shop.goods(amount), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private String wechat(String order) {
        return api.as(clerk)
                .post("/store/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json()
                .path("outTradeNo")
                .asString();
    }
}
