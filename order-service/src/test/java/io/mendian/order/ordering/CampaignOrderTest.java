package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignKind;
import io.mendian.order.campaign.client.CampaignClient;
import io.mendian.order.neighbours.FakeCampaigns;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.Hops;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Lines by a campaign offer: its price and nothing else, a seat held with the order, and given back with it. */
@MendianTest
class CampaignOrderTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    FakeCampaigns campaigns;

    @Autowired
    FakeInventory inventory;

    @Autowired
    JdbcTemplate jdbc;

    private StoreId store;
    private SkuId apples;
    private MemberKey member;

    @BeforeEach
    void begin() {
        store = shop.store();
        apples = shop.goods(2000);
        member = shop.member(1000, 100_000);
    }

    @Test
    void aFlashPriceStandsAndNoOtherRuleTouchesIt() {
        String offer = campaigns.offer(CampaignKind.FLASH_SALE, apples, 990, 9);
        SkuId tea = shop.goods(1000);
        // tea 10.00 at 9折; the member would have 9折 on the apples too
        JsonNode order = place(Map.of(
                        "storeId",
                        store.text(),
                        "storedValueMinor",
                        -1,
                        "lines",
                        List.of(by(line(apples, 2), "offerId", offer), line(tea, 1))))
                .expect(201)
                .json();
        assertThat(order.path("status").asString()).isEqualTo("PAID");
        assertThat(order.path("payableMinor").asLong()).isEqualTo(2 * 990 + 900);
        assertThat(order.at("/lines/0/netMinor").asLong()).isEqualTo(1980);
        assertThat(order.at("/lines/0/explanations/0/text").asString()).isEqualTo("秒杀价：周末");
        assertThat(order.at("/campaign/kind").asString()).isEqualTo("FLASH_SALE");
        assertThat(order.at("/campaign/group").isNull()).isTrue();
        CampaignClient.SeatRequest seat = campaigns.seat(order.path("orderId").asString());
        assertThat(seat.pieces()).isEqualTo(2);
        assertThat(seat.unitPriceMinor()).isEqualTo(990);
        assertThat(seat.memberKey()).isEqualTo(member);
        assertThat(inventory.held(apples)).isEqualTo(2);
    }

    @Test
    void aGroupIsOpenedUnderTheOrdersIdAndJoinedByIt() {
        String offer = campaigns.offer(CampaignKind.GROUP_BUY, apples, 1500, 9);
        place(basket(by(line(apples, 1), "offerId", offer))).expectProblem(409, "GROUP_HANDING_NEEDED");
        JsonNode opener = place(fetched(basket(by(line(apples, 1), "offerId", offer))))
                .expect(201)
                .json();
        String group = opener.path("orderId").asString();
        assertThat(opener.at("/campaign/groupId").asString()).isEqualTo(group);
        assertThat(opener.at("/campaign/group").asString()).isEqualTo("PENDING");
        assertThat(campaigns.seat(group).groupId()).isNull();
        member = shop.member(0, 0);
        Map<String, Object> joins = by(by(line(apples, 1), "offerId", offer), "groupId", group);
        JsonNode joined = place(fetched(basket(joins))).expect(201).json();
        assertThat(joined.at("/campaign/groupId").asString()).isEqualTo(group);
        assertThat(campaigns.seat(joined.path("orderId").asString()).groupId()).isEqualTo(group);
    }

    @Test
    void whoCancelledMayJoinAgainBeforeTheNewsOfIt() {
        String offer = campaigns.offer(CampaignKind.GROUP_BUY, apples, 1500, 9);
        String group = place(fetched(basket(by(line(apples, 1), "offerId", offer))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        member = shop.member(0, 0);
        Map<String, Object> joins = fetched(basket(by(by(line(apples, 1), "offerId", offer), "groupId", group)));
        String first = place(joins).expect(201).json().path("orderId").asString();
        // an order that waits for its money keeps the place
        place(joins).expectProblem(409, "GROUP_ALREADY_JOINED");
        assertThat(campaigns.wasReleased(first)).isFalse();
        api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + first + "/cancel", Map.of())
                .expect(200);
        assertThat(campaigns.wasReleased(first)).isFalse();
        String second = place(joins).expect(201).json().path("orderId").asString();
        assertThat(campaigns.wasReleased(first)).isTrue();
        assertThat(campaigns.seat(second).groupId()).isEqualTo(group);
    }

    @Test
    void withoutASeatThereIsNoOrderAndNothingStaysHeld() {
        String offer = campaigns.offer(CampaignKind.FLASH_SALE, apples, 990, 0);
        place(basket(by(line(apples, 2), "offerId", offer))).expectProblem(409, "CAMPAIGN_SOLD_OUT");
        String order = jdbc.queryForObject(
                "SELECT id FROM sales_order WHERE status = 'CANCELLED' AND member_key = ?",
                String.class,
                member.value());
        assertThat(campaigns.wasReleased(order)).isTrue();
        assertThat(inventory.held(apples)).isZero();
    }

    @Test
    void theSeatIsOneOfTheHoldsAndItsPriceOneCall() {
        String offer = campaigns.offer(CampaignKind.BARGAIN, apples, 1234, 9);
        Map<String, Object> mine = by(by(line(apples, 1), "offerId", offer), "bargainId", "77");
        Map<String, Object> basket = basket(mine);
        List<String> placed = Hops.madeBy(() -> place(basket).expect(201));
        assertThat(placed.subList(0, 2)).containsExactly("context", "campaign price");
        assertThat(placed.subList(2, placed.size())).containsExactlyInAnyOrder("campaign seat", "inventory hold");
    }

    @Test
    void whatCannotBeSoldByAnOfferIsRefusedBeforeAnythingIsHeld() {
        String group = campaigns.offer(CampaignKind.GROUP_BUY, apples, 1500, 9);
        String flash = campaigns.offer(CampaignKind.FLASH_SALE, apples, 990, 9);
        Map<String, Object> byGroup = by(line(apples, 1), "offerId", group);
        Map<String, Object> byFlash = by(line(apples, 1), "offerId", flash);
        place(basket(byGroup, line(shop.goods(100), 1))).expectProblem(409, "CAMPAIGN_STANDS_ALONE");
        place(basket(byGroup, byFlash)).expectProblem(409, "CAMPAIGN_ONE_LINE");
        place(basket(by(byFlash, "exchangeOfferId", "5"))).expectProblem(409, "CAMPAIGN_AND_OTHER");
        place(basket(by(line(shop.goods(100), 1), "offerId", flash))).expectProblem(409, "CAMPAIGN_OTHER_PRODUCT");
        place(basket(by(line(apples, 1), "offerId", "4242"))).expectProblem(404, "CAMPAIGN_UNKNOWN");
        api.as(shop.clerk(store))
                .post("/store/v1/sales", Map.of("memberKey", member.text(), "lines", List.of(byFlash)))
                .expectProblem(409, "CAMPAIGN_IN_APP_ONLY");
        assertThat(inventory.held(apples)).isZero();
    }

    @Test
    void aGroupBuyIsPaidByMeansThatGoBackByThemselves() {
        String offer = campaigns.offer(CampaignKind.GROUP_BUY, apples, 1500, 9);
        String order = place(fetched(basket(by(line(apples, 1), "offerId", offer))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        Api clerk = api.as(shop.clerk(store));
        clerk.post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 1500))
                .expectProblem(409, "GROUP_PAID_ONLINE");
        clerk.post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "银行卡"))
                .expectProblem(409, "GROUP_PAID_ONLINE");
    }

    @SafeVarargs
    private Map<String, Object> basket(Map<String, Object>... lines) {
        return Map.of("storeId", store.text(), "lines", List.of(lines));
    }

    private static Map<String, Object> fetched(Map<String, Object> basket) {
        return by(basket, "handing", Map.of("way", "PICKUP"));
    }

    private Api.Answer place(Map<String, Object> basket) {
        return api.as(TestCallers.member(member)).post("/app/v1/orders", basket);
    }

    private static Map<String, Object> by(Map<String, Object> line, String name, Object value) {
        Map<String, Object> more = new HashMap<>(line);
        more.put(name, value);
        return more;
    }
}
