package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.StatementCounter;
import io.mendian.testkit.TestCallers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the holders of stock, coupons and assets are told of an order before they let go. */
@MendianTest
class OrderStandingTest extends CheckoutSteps {

    @Autowired
    JsonMapper json;

    private StoreId store;
    private MemberKey member;
    private Map<String, Object> basket;

    @BeforeEach
    void aBasket() {
        store = shop.store();
        member = shop.member(0, 0);
        basket = Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1_000), 1)));
    }

    @Test
    void anOrderIsOpenUntilItIsPaidOrEnds() {
        String open = id(place(member, basket).expect(201));
        String cancelled = id(place(member, basket).expect(201));
        api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + cancelled + "/cancel", Map.of())
                .expect(200);
        String paid = id(place(member, basket).expect(201));
        till().post("/store/v1/orders/" + paid + "/cash", Map.of("receivedMinor", 1_000))
                .expect(200);
        String nobodys = Long.toString(Shop.id());
        assertThat(standings(open, nobodys, cancelled, paid, open))
                .containsExactlyEntriesOf(map(open, "OPEN", nobodys, "UNKNOWN", cancelled, "CLOSED", paid, "PAID"));
    }

    @Test
    void whatIsPaidStaysPaidHoweverMuchGoesBack() {
        String order = id(place(member, Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1_000), 2))))
                .expect(201));
        till().post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 2_000))
                .expect(200);
        for (String status : List.of("PARTLY_REFUNDED", "REFUNDED")) {
            till().post(
                            "/store/v1/orders/" + order + "/refunds",
                            Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                    .expect(201);
            assertThat(status(store)).isEqualTo(status);
            assertThat(standings(order)).containsExactlyEntriesOf(Map.of(order, "PAID"));
        }
    }

    /** For a service that could not read the event: the same again, whatever went back since. */
    @Test
    void whatWasToldOfAPaidOrderIsToldAgainAndNothingOfAnUnpaidOne() {
        String order = id(place(member, Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1_000), 2))))
                .expect(201));
        Api inventory = api.as(Caller.machine("inventory-service"));
        inventory.get("/internal/v1/orders/" + order + "/paid").expect(404);
        inventory.get("/internal/v1/orders/" + Shop.id() + "/paid").expect(404);
        till().post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 2_000))
                .expect(200);
        OrderPaid told = outbox.events(OrderPaid.class, order).getFirst();
        for (int i = 0; i < 2; i++) {
            String again = inventory
                    .get("/internal/v1/orders/" + order + "/paid")
                    .expect(200)
                    .body();
            // the rows know microseconds
            assertThat(json.readValue(again, OrderPaid.class))
                    .usingRecursiveComparison()
                    .ignoringFields("paidAt")
                    .isEqualTo(told);
            till().post(
                            "/store/v1/orders/" + order + "/refunds",
                            Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                    .expect(201);
        }
    }

    @Test
    void anOrderIsThereBeforeAnythingIsHeldForIt() {
        inventory.isAwayFor(store, true);
        place(member, basket).expectProblem(503, "DEPENDENCY_UNAVAILABLE");
        String placing =
                jdbc.queryForObject("SELECT id FROM sales_order WHERE store_id = ?", String.class, store.value());
        assertThat(status(store)).isEqualTo("PLACING");
        assertThat(standings(placing)).containsExactlyEntriesOf(Map.of(placing, "OPEN"));
        inventory.isAwayFor(store, false);
    }

    @Test
    void twoHundredOrdersAreOneStatementAndMoreAreRefused() {
        List<String> many =
                Stream.generate(() -> Long.toString(Shop.id())).limit(200).toList();
        List<String> sent = StatementCounter.sentBy(() -> ask(many).expect(200));
        assertThat(sent).as(String.join("\n", sent)).hasSize(1);
        ask(Stream.concat(many.stream(), Stream.of("1")).toList()).expectProblem(400, "INVALID_REQUEST");
        ask(List.of()).expectProblem(400, "INVALID_REQUEST");
    }

    private Api till() {
        return api.as(shop.manager(store));
    }

    private Api.Answer ask(List<String> orders) {
        return api.as(Caller.machine("inventory-service"))
                .post("/internal/v1/orders/standing", Map.of("orderIds", orders));
    }

    private Map<String, String> standings(String... orders) {
        Map<String, String> said = new LinkedHashMap<>();
        ask(List.of(orders))
                .expect(200)
                .json()
                .path("standings")
                .forEach(each -> said.put(
                        each.path("orderId").asString(), each.path("standing").asString()));
        return said;
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
