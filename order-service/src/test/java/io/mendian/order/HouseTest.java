package io.mendian.order;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.HouseRules;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OpenApiContract;
import io.mendian.testkit.RouteMatrix;
import io.mendian.testkit.TestCallers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MendianTest
class HouseTest {

    @Autowired
    Api api;

    @Autowired
    RouteMatrix routes;

    @Autowired
    OpenApiContract openApi;

    @Autowired
    Shop shop;

    private record Route(String method, String path, Object body) {}

    @Test
    void everyRouteIsDeniedUnlessAllowed() {
        assertThat(routes.check()).isGreaterThan(100);
    }

    @Test
    void theApiIsTheOneThatIsCheckedIn() {
        openApi.check(Path.of("api/openapi.yaml"));
    }

    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.check("io.mendian.order");
    }

    @Test
    void aStrangersOrderAnswersLikeAMissingOne() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        String order = api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        Map<String, Object> wish = Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", 1)));
        List<Route> ofMembers = List.of(
                new Route("GET", "/app/v1/orders/%s", null),
                new Route("GET", "/app/v1/orders/%s/receipt", null),
                new Route("POST", "/app/v1/orders/%s/cancel", Map.of()),
                new Route("POST", "/app/v1/orders/%s/wechat-payments", Map.of()));
        List<Route> ofStores = List.of(
                new Route("GET", "/store/v1/orders/%s", null),
                new Route("GET", "/store/v1/orders/%s/receipt", null),
                new Route("GET", "/store/v1/orders/%s/refunds", null),
                new Route("POST", "/store/v1/orders/%s/cancel", Map.of()),
                new Route("POST", "/store/v1/orders/%s/cash", Map.of("receivedMinor", 1000)),
                new Route("POST", "/store/v1/orders/%s/booked-receipts", Map.of("label", "x")),
                new Route("GET", "/store/v1/orders/%s/quote", null),
                new Route("POST", "/store/v1/orders/%s/wechat-payments", Map.of()),
                new Route("POST", "/store/v1/orders/%s/barcode-payments", Map.of("authCode", "131234567890123456")),
                new Route("POST", "/store/v1/orders/%s/refunds", wish),
                new Route("POST", "/store/v1/orders/%s/refunds/preview", wish));
        sameForStrangers(order, ofMembers, TestCallers.member(shop.member(0, 0)));
        sameForStrangers(order, ofStores, shop.manager(shop.store()));
        assertThat(api.as(TestCallers.member(member))
                        .get("/app/v1/orders/" + order)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void aStrangersRefundOrParkedSaleAnswersLikeAMissingOne() {
        StoreId store = shop.store();
        Caller clerk = shop.clerk(store);
        String order = api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(line(shop.goods(60_000), 1)), "cash", Map.of("receivedMinor", 60_000)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        String refund = api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201)
                .json()
                .path("refundId")
                .asString();
        String parked = api.as(clerk)
                .post("/store/v1/parked-sales", Map.of("lines", List.of(line(shop.goods(100), 1))))
                .expect(201)
                .json()
                .path("parkedSaleId")
                .asString();
        Caller stranger = shop.manager(shop.store());
        sameForStrangers(
                refund,
                List.of(
                        new Route("GET", "/store/v1/refunds/%s", null),
                        new Route("POST", "/store/v1/refunds/%s/approve", Map.of()),
                        new Route("POST", "/store/v1/refunds/%s/reject", Map.of())),
                stranger);
        sameForStrangers(
                parked,
                List.of(
                        new Route("POST", "/store/v1/parked-sales/%s/resume", Map.of()),
                        new Route("DELETE", "/store/v1/parked-sales/%s", null)),
                stranger);
    }

    private void sameForStrangers(String id, List<Route> routes, Caller stranger) {
        String missing = Long.toString(Shop.id());
        for (Route route : routes) {
            Api.Answer his = api.as(stranger).send(route.method, route.path.formatted(id), route.body);
            Api.Answer none = api.as(stranger).send(route.method, route.path.formatted(missing), route.body);
            assertThat(his.status()).as(route.path + his.body()).isEqualTo(404).isEqualTo(none.status());
            assertThat(his.json().path("code"))
                    .as(route.path)
                    .isEqualTo(none.json().path("code"));
            assertThat(his.json().path("detail")).isEqualTo(none.json().path("detail"));
        }
    }
}
