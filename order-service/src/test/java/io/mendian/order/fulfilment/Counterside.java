package io.mendian.order.fulfilment;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Orders that are fetched or sent, for the tests of handing over; every order is new. */
@Component
@org.springframework.context.annotation.Lazy
class Counterside {

    static final Map<String, Object> RECIPIENT =
            Map.of("name", "王小明", "phone", "13812345678", "region", "上海市浦东新区", "detail", "世纪大道100号8楼");
    static final Map<String, Object> SENT = Map.of("carrier", "顺丰速运", "trackingNo", "SF1234567890");

    private final Api api;
    private final Shop shop;
    private final JdbcTemplate jdbc;

    Counterside(Api api, Shop shop, JdbcTemplate jdbc) {
        this.api = api;
        this.shop = shop;
        this.jdbc = jdbc;
    }

    /** Waits for its money. */
    String placed(StoreId store, MemberKey member, String way, long pieces) {
        Map<String, Object> handing =
                way.equals("DELIVERY") ? Map.of("way", way, "recipient", RECIPIENT) : Map.of("way", way);
        return api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "handing",
                                handing,
                                "lines",
                                List.of(line(shop.goods(1_000), pieces))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    String paid(StoreId store, MemberKey member, String way, long pieces) {
        String order = placed(store, member, way, pieces);
        api.as(shop.clerk(store))
                .post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "POS"))
                .expect(200);
        return order;
    }

    JsonNode move(Caller by, String order, String how) {
        return tried(by, order, how).expect(200).json();
    }

    Api.Answer tried(Caller by, String order, String how) {
        String realm = how.equals("received") ? "/app/v1/orders/" : "/store/v1/orders/";
        return api.as(by).post(realm + order + "/" + how, how.equals("shipment") ? SENT : Map.of());
    }

    void refund(Caller by, String order, long pieces) {
        api.as(by)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", pieces))))
                .expect(201);
    }

    String status(String order) {
        return String.valueOf(
                jdbc.queryForObject("SELECT fulfilment FROM sales_order WHERE id = " + order, String.class));
    }

    List<String> steps(String order) {
        return jdbc.queryForList(
                "SELECT CONCAT(from_status, '>', to_status, ' ', moved_by) FROM fulfilment_move WHERE order_id = ? ORDER BY id",
                String.class,
                order);
    }

    long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
