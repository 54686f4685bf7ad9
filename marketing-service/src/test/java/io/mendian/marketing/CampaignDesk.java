package io.mendian.marketing;

import static io.mendian.marketing.Marketing.machine;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes campaign offers and takes their seats; every offer is new, of a product of its own. */
public final class CampaignDesk {

    public static final StoreId STORE = StoreId.of(7001);

    private final Api api;
    private final Deliveries deliveries;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    public final long sku = Ids.next();

    public CampaignDesk(Api api, Deliveries deliveries, MovableClock clock, JdbcClient jdbc) {
        this.api = api;
        this.deliveries = deliveries;
        this.clock = clock;
        this.jdbc = jdbc;
        publish("GOODS");
    }

    public void publish(String kind) {
        deliveries.deliver(new SkuPublished(
                SkuId.of(sku),
                1,
                "T" + sku,
                List.of(),
                kind,
                "苹果",
                "水果",
                "斤",
                2_000,
                "CNY",
                null,
                null,
                true,
                clock.instant()));
    }

    /** Of 1,000 pieces at 9.90, 100 for each member, for a day. */
    public Map<String, Object> wish(String kind, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("name", "活动" + kind);
        body.put("skuId", Long.toString(sku));
        body.put("priceMinor", 990);
        body.put("until", clock.instant().plus(Duration.ofDays(1)));
        body.put("limitPerMember", 100);
        body.put("allotment", 1_000);
        switch (kind) {
            case "GROUP_BUY" -> body.putAll(Map.of("groupSize", 3, "lifeHours", 12));
            case "BARGAIN" -> body.putAll(Map.of("startMinor", 1_990, "cuts", 5, "helpsPerDay", 3, "lifeHours", 12));
            default -> {
                // a flash sale has nothing more
            }
        }
        body.putAll(more);
        return body;
    }

    public String offer(String kind, Map<String, Object> more) {
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/campaign-offers", wish(kind, more))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
    }

    public Map<String, Object> seat(String offer, OrderId order, MemberKey member, long pieces) {
        Map<String, Object> body = new HashMap<>();
        body.put("holdId", order.text());
        body.put("memberKey", member.text());
        body.put("storeId", STORE.text());
        body.put("offerId", offer);
        body.put("skuId", Long.toString(sku));
        body.put("pieces", pieces);
        body.put("unitPriceMinor", 990);
        body.put("expiresAt", clock.instant().plus(Duration.ofMinutes(18)));
        return body;
    }

    public Api.Answer hold(Map<String, Object> seat) {
        return machine(api).post("/internal/v1/campaign-seats", seat);
    }

    /** A seat for a new order of a new member. */
    public OrderId held(String offer, OrderId group) {
        OrderId order = Marketing.newOrder();
        Map<String, Object> seat = seat(offer, order, Marketing.newMember(), 1);
        if (group != null) {
            seat.put("groupId", group.text());
        }
        hold(seat).expect(200);
        return order;
    }

    public void pay(OrderId order) {
        deliveries.deliver(paid(order));
    }

    public io.mendian.contracts.order.OrderPaid paid(OrderId order) {
        return Marketing.paid(order, Marketing.newMember(), 990, clock.instant());
    }

    /** A group whose opener has paid. */
    public OrderId opened(String offer) {
        OrderId opener = held(offer, null);
        pay(opener);
        return opener;
    }

    public OrderCancelled cancelled(OrderId order) {
        return new OrderCancelled(order, STORE, null, "CUSTOMER", clock.instant());
    }

    public long number(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(Long.class).single();
    }

    public String state(OrderId order) {
        return jdbc.sql("SELECT state FROM campaign_seat WHERE order_id = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    public String groupState(OrderId group) {
        return jdbc.sql("SELECT CONCAT(state, ' ', kept, '/', paid) FROM buying_group WHERE id = ?")
                .param(group.value())
                .query(String.class)
                .single();
    }

    /** Pieces kept, by the counter and by the seats. */
    public String kept(String offer) {
        return number("SELECT kept FROM campaign_offer WHERE id = ?", offer) + "="
                + number(
                        "SELECT COALESCE(SUM(pieces), 0) FROM campaign_seat WHERE offer_id = ? AND state IN ('HELD', 'PAID')",
                        offer)
                + "="
                + number("SELECT COALESCE(SUM(kept), 0) FROM campaign_member_quota WHERE offer_id = ?", offer);
    }
}
