package io.mendian.order.reconcile;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.simulators.Simulators;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A fresh day whose payments all stand in one bill of the channel. */
@MendianTest
abstract class ReconcileCase {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static final String NOTIFY = "/open/v1/wechat-pay/notifications";

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

    Simulators sim;
    Caller clerk;
    LocalDate day;

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

    void nextMorning() {
        clock.advanceTo(day.plusDays(1).atTime(11, 0).atZone(CHINA).toInstant());
        provider.at();
    }

    Api.Answer compare() {
        return api.as(TestCallers.headquarters()).post("/hq/v1/channel-bills/" + day + "/compare", Map.of());
    }

    Api.Answer resolve(String number) {
        Long id = jdbc.queryForObject("SELECT id FROM channel_difference WHERE number = ?", Long.class, number);
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/channel-differences/" + id + "/resolve", Map.of("note", "手工核对无误"));
    }

    List<String> of(String number) {
        return jdbc.queryForList(
                "SELECT CONCAT(what, ' ', status) FROM channel_difference WHERE number = ? ORDER BY what",
                String.class,
                number);
    }

    String status() {
        return jdbc.queryForObject("SELECT status FROM channel_bill WHERE bill_date = ?", String.class, day);
    }

    long alarms() {
        return count(
                "SELECT COUNT(*) FROM alarm WHERE kind = 'CHANNEL_DIFFERENCE' AND subject = ? AND open_mark = 1",
                day.toString());
    }

    long count(String sql, Object... values) {
        return jdbc.queryForObject(sql, Long.class, values);
    }

    String paid(long amount) {
        String order = order(amount);
        String number = wechat(order);
        sim.control().pay(number, "o-x", 0);
        awaitPaid(order);
        return number;
    }

    String open(long amount) {
        return wechat(order(amount));
    }

    void awaitPaid(String order) {
        Awaitility.await()
                .until(() -> count("SELECT COUNT(*) FROM sales_order WHERE id = ? AND status = 'PAID'", order) == 1);
    }

    String order(long amount) {
        return api.as(clerk)
                .post("/store/v1/orders", Map.of("lines", List.of(line(shop.goods(amount), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    String wechat(String order) {
        return api.as(clerk)
                .post("/store/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json()
                .path("outTradeNo")
                .asString();
    }
}
