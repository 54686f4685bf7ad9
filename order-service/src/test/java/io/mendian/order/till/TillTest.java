package io.mendian.order.till;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MemberClient.RechargePackage;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The business day: what came in, when it closes, what the receipt says. */
@MendianTest
class TillTest extends TillSteps {

    @Test
    void theDayShowsWhatCameInByEachMeansAndCountsNoMoneyTwice() {
        MemberKey member = shop.member(0, 5_000);
        String offer = Long.toString(Shop.id());
        members.offers(new RechargePackage(offer, "充百", 10_000, 1_000, true));
        sell(500, 2, null);
        String recharge = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of("storeId", store.text(), "lines", List.of(line(shop.recharge(offer, 10_000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        api.as(clerk)
                .post("/store/v1/orders/" + recharge + "/cash", Map.of("receivedMinor", 10_000))
                .expect(200);
        api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "storedValueMinor",
                                -1,
                                "lines",
                                List.of(line(shop.goods(2000), 1))))
                .expect(201);
        JsonNode day = api.as(clerk).get("/store/v1/days/today").expect(200).json();
        assertThat(day.path("orders").asLong()).isEqualTo(3);
        assertThat(day.path("salesMinor").asLong()).isEqualTo(1000 + 1800);
        assertThat(day.path("rechargeMinor").asLong()).isEqualTo(10_000);
        assertThat(day.path("revenueMinor").asLong()).isEqualTo(2800);
        assertThat(day.path("takings").path("money").path("cashMinor").asLong()).isEqualTo(11_000);
        assertThat(day.path("takings").path("consumed").path("storedValueMinor").asLong())
                .isEqualTo(1800);
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(11_000);
    }

    @Test
    void aClosedDayStandsAndTheNextSaleCountsForTheNextDay() {
        JsonNode sale = sell(700, 1, null);
        LocalDate today = LocalDate.parse(sale.path("businessDate").asString());
        JsonNode closed =
                close(today, Map.of("countedCashMinor", 690)).expect(200).json();
        assertThat(closed.path("cashDifferenceMinor").asLong()).isEqualTo(-10);
        assertThat(sell(300, 1, null).path("businessDate").asString())
                .isEqualTo(today.plusDays(1).toString());
        assertThat(close(today, Map.of()).expect(200).json().path("salesMinor").asLong())
                .isEqualTo(700);
        close(today.plusDays(2), Map.of()).expectProblem(409, "DAY_NOT_BEGUN");
        assertThat(outbox.events(DayClosed.class, store.text())).singleElement().satisfies(told -> {
            assertThat(told.businessDate()).isEqualTo(today);
            assertThat(told.salesMinor()).isEqualTo(700);
        });
    }

    @Test
    void aSaleNextToTheCloseCountsForExactlyOneDay() {
        for (int round = 0; round < 5; round++) {
            store = shop.store();
            clerk = shop.clerk(store);
            LocalDate today =
                    LocalDate.parse(sell(100, 1, null).path("businessDate").asString());
            Race.run(
                    8,
                    i -> () -> i == 0
                            ? close(today, Map.of()).status()
                            : sell(100, 1, null).path("status").asString().length());
            DayClosed told = outbox.events(DayClosed.class, store.text()).getFirst();
            Long counted = jdbc.queryForObject(
                    "SELECT SUM(payable_minor) FROM sales_order WHERE store_id = ? AND business_date = ?",
                    Long.class,
                    store.value(),
                    today);
            assertThat(told.salesMinor()).isEqualTo(counted);
        }
    }

    @Test
    void daysCloseByThemselvesAtTheStoresHour() {
        store = shop.storeClosingAt(LocalTime.of(4, 0));
        clerk = shop.clerk(store);
        BusinessDay day = new BusinessDay(BusinessDay.CHINA, LocalTime.of(4, 0));
        LocalDate first = day.dateOf(clock.instant());
        assertThat(sell(100, 1, null).path("businessDate").asString()).isEqualTo(first.toString());
        clock.advanceTo(day.startOf(first.plusDays(2)).minusSeconds(1));
        sell(200, 1, null);
        closeDueDays.close(100_000);
        clock.advance(Duration.ofSeconds(2));
        closeDueDays.close(100_000);
        closeDueDays.close(100_000);
        assertThat(outbox.events(DayClosed.class, store.text()))
                .extracting("businessDate", "salesMinor")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first, 100L),
                        org.assertj.core.groups.Tuple.tuple(first.plusDays(1), 200L));
    }

    @Test
    void theReceiptTellsLinesTendersAndChange() {
        JsonNode sale = sell(250, 3, 1000L);
        String text = api.as(clerk)
                .get("/store/v1/orders/" + sale.path("orderId").asString() + "/receipt")
                .expect(200)
                .json()
                .path("text")
                .asString();
        assertThat(text)
                .contains(
                        "矿泉水",
                        "2.50 x 3 件",
                        "7.50",
                        "现金",
                        "找零",
                        "2.50",
                        sale.path("orderNo").asString());
    }

    @Test
    void thePaidEventCarriesTheStoresBusinessDate() {
        JsonNode sale = sell(100, 1, null);
        assertThat(outbox.events(OrderPaid.class, sale.path("orderId").asString())
                        .getFirst()
                        .businessDate())
                .isEqualTo(BusinessDay.in(BusinessDay.CHINA).dateOf(clock.instant()));
    }
}
