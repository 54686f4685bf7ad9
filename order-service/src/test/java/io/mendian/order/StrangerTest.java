package io.mendian.order;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Strangers;
import io.mendian.testkit.TestCallers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Another store's and another member's orders, refunds, shifts and baskets answer like those that do not exist. */
@MendianTest
class StrangerTest {

    private static final Map<String, Object> NONE = Map.of();

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Strangers strangers;

    /** What the one whose object it is sends, so that a route which refuses everybody is seen. */
    private record Own(String method, String path, Caller owner, Object body) {}

    private final List<Own> owns = new ArrayList<>();

    private StoreId store;
    private Caller manager;
    private Caller member;
    private Caller otherClerk;
    private Caller otherMember;
    private Caller otherRegion;

    @BeforeEach
    void aStoreWithAMemberAndStrangers() {
        store = shop.store();
        manager = shop.manager(store);
        MemberKey key = shop.member(0, 100_000);
        member = TestCallers.member(key);
        StoreId elsewhere = shop.store();
        otherClerk = TestCallers.clerk(Shop.id(), elsewhere, Right.values());
        otherMember = TestCallers.member(shop.member(0, 100_000));
        otherRegion = new Caller(
                Realm.HQ, Long.toString(Shop.id()), null, false, Set.of(elsewhere), EnumSet.allOf(Right.class));
    }

    @Test
    void aStrangersObjectAnswersLikeAMissingOne() {
        orders(bought(-1));
        refunds(bought(-1));
        tills();
        parkedSales();
        openToAll();
        assertThat(strangers.check()).isGreaterThan(40);
        for (Own own : owns) {
            Api.Answer answer = api.as(own.owner).send(own.method, own.path, own.body);
            assertThat(answer.status()).as(own + answer.body()).isNotEqualTo(404);
        }
    }

    @Test
    void aStrangerMovesNobodysOrderToHisTill() {
        String order = bought(0);
        String till = till(otherClerk);
        api.as(otherClerk)
                .post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 1000, "tillId", till))
                .expectProblem(404, "NOT_FOUND");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM till_choice WHERE subject_id = ?", Long.class, order))
                .isZero();
    }

    @Test
    void whatIsOfTheWholeChainRefusesARegionBeforeItLooks() {
        api.as(otherRegion)
                .post("/hq/v1/channel-differences/" + Shop.id() + "/resolve", Map.of("note", "x"))
                .expect(403);
        api.as(otherRegion)
                .post("/hq/v1/channel-bills/2024-03-01/compare", NONE)
                .expect(403);
    }

    private void orders(String order) {
        Map<String, String> id = Map.of("id", order);
        Map<String, Object> wish = Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", 1)));
        Map<String, Object> exchange = Map.of(
                "reasonCode", "DISLIKE",
                "lines", List.of(Map.of("lineId", "1", "quantity", 1)),
                "taken", List.of(line(shop.goods(1000), 1)));
        for (String path : List.of("", "/receipt", "/receipt/html", "/receipt/png", "/refunds")) {
            app("GET", "/orders/{id}" + path, id, null);
            store("GET", "/orders/{id}" + path, id, null);
        }
        store("GET", "/orders/{id}/receipt/escpos", id, null);
        store("GET", "/orders/{id}/quote", id, null);
        app("POST", "/orders/{id}/cancel", id, NONE);
        app("POST", "/orders/{id}/wechat-payments", id, NONE);
        app("POST", "/orders/{id}/refunds/preview", id, wish);
        store("POST", "/orders/{id}/cancel", id, NONE);
        store("POST", "/orders/{id}/cash", id, Map.of("receivedMinor", 1000));
        store("POST", "/orders/{id}/booked-receipts", id, Map.of("label", "x"));
        store("POST", "/orders/{id}/cash-returns", id, NONE);
        store("POST", "/orders/{id}/wechat-payments", id, NONE);
        store("POST", "/orders/{id}/barcode-payments", id, Map.of("authCode", "131234567890123456"));
        store("POST", "/orders/{id}/receipt/prints", id, NONE);
        store("POST", "/orders/{id}/refunds/preview", id, wish);
        store("POST", "/orders/{id}/exchanges", id, exchange);
        app("POST", "/orders/{id}/refunds", id, wish);
        store("POST", "/orders/{id}/refunds", id, wish);
        handing(id);
        hq("GET", "/orders/{id}", id, null);
        hq("GET", "/orders/{id}/quote", id, null);
        hq("GET", "/orders/{id}/quote/again", id, null);
    }

    private void handing(Map<String, String> id) {
        app("GET", "/orders/{id}/fulfilment", id, null);
        app("POST", "/orders/{id}/received", id, NONE);
        store("GET", "/orders/{id}/fulfilment", id, null);
        store("POST", "/orders/{id}/ready", id, NONE);
        store("POST", "/orders/{id}/fetched", id, NONE);
        store("POST", "/orders/{id}/shipment", id, Map.of("carrier", "顺丰", "trackingNo", "SF12345"));
        store("POST", "/orders/{id}/recipient-looks", id, NONE);
        store("POST", "/orders/{id}/tips", id, Map.of("kind", "CASH", "amountMinor", 100));
        store("POST", "/orders/{id}/tips/return", id, NONE);
        app("POST", "/presale-orders/{id}/end", id, NONE);
        store("POST", "/presale-orders/{id}/end", id, Map.of("merchantsFault", true));
        store("POST", "/presale-orders/{id}/penalty", id, Map.of("way", "BANK", "reference", "x"));
        hq("GET", "/orders/{id}/fulfilment", id, null);
        hq("GET", "/orders/{id}/recipient-looks", id, null);
    }

    private void refunds(String order) {
        Map<String, Object> wish =
                Map.of("reasonCode", "DISLIKE", "lines", List.of(Map.of("lineId", "1", "quantity", 1)));
        JsonNode refund = made(member, "/app/v1/orders/" + order + "/refunds", wish);
        String part = refund.path("parts").get(0).path("partId").asString();
        Map<String, String> id = Map.of("id", refund.path("refundId").asString());
        Map<String, String> both = Map.of("id", id.get("id"), "partId", part);
        app("GET", "/refunds/{id}", id, null);
        store("GET", "/refunds/{id}", id, null);
        store("GET", "/refunds/{id}/receipt", id, null);
        store("POST", "/refunds/{id}/receipt/prints", id, NONE);
        store("POST", "/refunds/{id}/approve", id, NONE);
        store("POST", "/refunds/{id}/accept", id, NONE);
        store("POST", "/refunds/{id}/reject", id, Map.of("note", "x"));
        app("POST", "/refunds/{id}/withdraw", id, NONE);
        hq("POST", "/refunds/{id}/retry", id, NONE);
        hq("POST", "/refunds/{id}/parts/{partId}/other-way", both, Map.of("way", "CASH"));
        hq("POST", "/refunds/{id}/parts/{partId}/other-way/agree", both, NONE);
    }

    private void tills() {
        Map<String, Object> printer = Map.of("host", "127.0.0.1", "port", 9100, "paperMillimetres", 58);
        JsonNode open = made(manager, "/store/v1/till-shifts", Map.of("openingMinor", 1000));
        Map<String, String> shift = Map.of("id", open.path("shiftId").asString());
        store("PUT", "/tills/{id}/printer", Map.of("id", till(manager)), printer);
        store("GET", "/till-shifts/{id}", shift, null);
        store("POST", "/till-shifts/{id}/paid-in", shift, Map.of("amountMinor", 1, "reason", "x"));
        store("POST", "/till-shifts/{id}/paid-out", shift, Map.of("amountMinor", 1, "reason", "x"));
        store("POST", "/till-shifts/{id}/close", shift, Map.of("countedMinor", 1000));
        store("POST", "/till-shifts/{id}/accept", shift, Map.of("note", "x"));
    }

    private void parkedSales() {
        store("POST", "/parked-sales/{id}/resume", Map.of("id", parked()), NONE);
        store("DELETE", "/parked-sales/{id}", Map.of("id", parked()), null);
    }

    private void openToAll() {
        String chain = "an object of the whole chain, which no store owns";
        String catalogue = "the catalogue is for everybody";
        String day = "names a date; the day is always that of the caller's own store";
        String account = "of the chain's one account at the provider; whoever has not the whole chain gets 403 unseen";
        strangers
                .open("GET /app/v1/catalogue/{skuId}", catalogue)
                .open("GET /store/v1/skus/by-barcode/{ean}", catalogue)
                .open("GET /store/v1/days/{date}", day)
                .open("POST /store/v1/days/{date}/close", day)
                .open("GET /hq/v1/skus/{id}", chain)
                .open("PUT /hq/v1/skus/{id}", chain)
                .open("PUT /hq/v1/return-reasons/{code}", chain)
                .open("POST /hq/v1/exchange-offers/{id}/end", chain)
                .open("POST /hq/v1/presale-offers/{id}/end", chain)
                .open("POST /hq/v1/channel-bills/{date}/compare", account)
                .open("POST /hq/v1/channel-differences/{id}/resolve", account);
    }

    /** An order of the member; {@code storedValue} -1 pays it, 0 leaves it waiting for its money. */
    private String bought(long storedValue) {
        Map<String, Object> basket = Map.of(
                "storeId", store.text(),
                "storedValueMinor", storedValue,
                "lines", List.of(line(shop.goods(1000), 4)));
        return made(member, "/app/v1/orders", basket).path("orderId").asString();
    }

    private String till(Caller by) {
        return made(by, "/store/v1/tills", Map.of("code", "T9", "name", "收银台9"))
                .path("tillId")
                .asString();
    }

    private String parked() {
        return made(manager, "/store/v1/parked-sales", Map.of("lines", List.of(line(shop.goods(100), 1))))
                .path("parkedSaleId")
                .asString();
    }

    private JsonNode made(Caller by, String path, Map<String, Object> body) {
        return api.as(by).post(path, body).expect(201).json();
    }

    private void app(String method, String path, Map<String, String> ids, Object body) {
        tried(method, "/app/v1" + path, ids, body, otherMember, member);
    }

    private void store(String method, String path, Map<String, String> ids, Object body) {
        tried(method, "/store/v1" + path, ids, body, otherClerk, manager);
    }

    private void hq(String method, String path, Map<String, String> ids, Object body) {
        tried(method, "/hq/v1" + path, ids, body, otherRegion, TestCallers.headquarters());
    }

    private void tried(
            String method, String path, Map<String, String> ids, Object body, Caller stranger, Caller owner) {
        strangers.tries(method + " " + path, stranger, ids, body);
        String own = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            own = own.replace("{" + id.getKey() + "}", id.getValue());
        }
        owns.add(new Own(method, own, owner, body));
    }
}
