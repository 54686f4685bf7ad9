package io.mendian.inventory.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.books.NightlyBooks;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class BooksTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    NightlyBooks night;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @Test
    void theBooksBalanceAfterADaysWork() {
        SkuId tea = shop.goods(20);
        long order = Ids.next();
        shop.hold(order, new Some(tea, 3)).expect(200);
        deliveries.deliver(shop.paid(order, new Some(tea, 3)));
        deliveries.deliver(shop.paid(Ids.next(), new Some(tea, 40)));
        shop.receive(tea, 5);
        shop.hold(Ids.next(), new Some(tea, 2)).expect(200);
        JsonNode report = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/inventory")
                .expect(200)
                .json();
        assertThat(report.path("service").asString()).isEqualTo("inventory");
        assertThat(offendersOf(tea, report)).isEmpty();
        assertThat(report.path("checks")).hasSizeGreaterThan(4);
    }

    @Test
    void aWrongBalanceIsNamed() {
        SkuId tea = shop.goods(20);
        change("on_hand = on_hand + 1, reserved = 1", tea);
        assertThat(offendersOf(
                        tea,
                        shop.asMachine().get("/internal/v1/books").expect(200).json()))
                .hasSize(2);
        change("on_hand = on_hand - 1, reserved = 0", tea);
        assertThat(offendersOf(
                        tea,
                        shop.asMachine().get("/internal/v1/books").expect(200).json()))
                .isEmpty();
    }

    @Test
    void aHoldThatEndedWithoutASaleIsNamed() {
        SkuId tea = shop.goods(20);
        long order = Ids.next();
        shop.hold(order, new Some(tea, 3)).expect(200);
        deliveries.deliver(shop.cancelled(order));
        jdbc.update("UPDATE stock_hold SET state = 'CONFIRMED' WHERE hold_id = ?", order);
        assertThat(shop.asMachine().get("/internal/v1/books").body()).contains(order + " CONFIRMED held 3 sold 0");
        jdbc.update("UPDATE stock_hold SET state = 'RELEASED' WHERE hold_id = ?", order);
    }

    @Test
    void aTransferThatLostPiecesSilentlyIsNamed() {
        SkuId tea = shop.goods(20);
        Shop other = new Shop(api, deliveries, jdbc, clock);
        String id = shop.asKeeper()
                .post(
                        "/store/v1/stock/transfers",
                        Map.of(
                                "documentNo",
                                "T",
                                "toStoreId",
                                other.store,
                                "lines",
                                List.of(Map.of("skuId", tea, "quantity", 4))))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        jdbc.update("UPDATE stock_transfer_line SET shipped = 5 WHERE transfer_id = ?", id);
        assertThat(shop.asMachine().get("/internal/v1/books").body()).contains(id + ":" + tea + " shipped 5 out 4");
        jdbc.update("UPDATE stock_transfer_line SET shipped = 4 WHERE transfer_id = ?", id);
    }

    private void change(String what, SkuId sku) {
        jdbc.update("UPDATE stock SET " + what + " WHERE store_id = ? AND sku_id = ?", shop.store.value(), sku.value());
    }

    private List<String> offendersOf(SkuId sku, JsonNode report) {
        return report.path("checks")
                .valueStream()
                .flatMap(check -> check.path("offenders").valueStream())
                .map(JsonNode::asString)
                .filter(offender -> offender.contains(sku.text()))
                .toList();
    }

    @Test
    void aSkuWhoseFiguresAreWrongIsOnHoldInItsStoreAloneUntilTheyAreRight() {
        SkuId tea = shop.goods(20);
        SkuId milk = shop.goods(20);
        change("on_hand = on_hand + 3", tea);
        try {
            jdbc.update("DELETE FROM books_run");
            while (!night.runWhenDue()) {
                clock.advance(Duration.ofHours(1));
            }
            shop.hold(Ids.next(), new Some(tea, 1)).expectProblem(423, "STOCK_ON_HOLD");
            shop.hold(Ids.next(), new Some(milk, 1)).expect(200);
            deliveries.deliver(shop.paid(Ids.next(), new Some(tea, 2)));
            Api hq = api.as(TestCallers.headquarters());
            String path = "/hq/v1/quarantine/inventory/" + heldId(hq, tea) + "/lift";
            hq.post(path, Map.of("reason", "clear")).expectProblem(409, "STILL_WRONG");
            hq.post(path, Map.of("reason", "counted: 18 are there", "rebuild", true))
                    .expect(200);
            assertThat(jdbc.queryForObject(
                            "SELECT on_hand FROM stock WHERE store_id = ? AND sku_id = ?",
                            Long.class,
                            shop.store.value(),
                            tea.value()))
                    .isEqualTo(18);
            shop.hold(Ids.next(), new Some(tea, 18)).expect(200);
        } finally {
            jdbc.update("UPDATE quarantine SET open_mark = NULL, lifted_at = put_at WHERE open_mark = 1");
        }
    }

    private String heldId(Api hq, SkuId sku) {
        return hq.get("/hq/v1/quarantine/inventory")
                .expect(200)
                .json()
                .valueStream()
                .filter(held -> held.path("subjectId").asString().equals(shop.store + ":" + sku))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }
}
