package io.mendian.marketing.campaign;

import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.CampaignDesk;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Headquarters makes offers within its reach; members see what runs, and groups they can join. */
@MendianTest
class CampaignOfferTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private CampaignDesk desk;
    private final Caller region =
            new Caller(Realm.HQ, "8", null, false, Set.of(CampaignDesk.STORE), EnumSet.allOf(Right.class));

    @BeforeEach
    void aDesk() {
        desk = new CampaignDesk(api, deliveries, clock, jdbc);
    }

    @Test
    void termsMustFitTheirKind() {
        invalid("GROUP_BUY", Map.of("cuts", 3), "cuts");
        invalid("GROUP_BUY", Map.of("allotment", 2, "limitPerMember", 1), "groupSize");
        invalid("FLASH_SALE", Map.of("groupSize", 3), "groupSize");
        invalid("FLASH_SALE", Map.of("lifeHours", 3), "lifeHours");
        invalid("BARGAIN", Map.of("startMinor", 993), "startMinor");
        invalid("FLASH_SALE", Map.of("until", clock.instant().minusSeconds(1)), "until");
        invalid("FLASH_SALE", Map.of("limitPerMember", 1_001), "limitPerMember");
        open("FLASH_SALE", Map.of("priceMinor", 2_001)).expectProblem(409, "CAMPAIGN_PRICE_TOO_HIGH");
        open("FLASH_SALE", Map.of("skuId", "4242")).expectProblem(404, "SKU_UNKNOWN");
        api.as(TestCallers.headquarters())
                .put("/hq/v1/price-floors/" + desk.sku, Map.of("floorMinor", 991))
                .expect(200);
        open("FLASH_SALE", Map.of()).expectProblem(409, "CAMPAIGN_BELOW_FLOOR");
        CampaignDesk cards = new CampaignDesk(api, deliveries, clock, jdbc);
        jdbc.sql("UPDATE known_sku SET kind = 'CARD' WHERE sku_id = ?")
                .param(cards.sku)
                .update();
        api.as(TestCallers.headquarters())
                .post("/hq/v1/campaign-offers", cards.wish("GROUP_BUY", Map.of()))
                .expectProblem(409, "CAMPAIGN_SKU_KIND");
    }

    @Test
    void anOfferOfTheWholeChainIsMadeAndEndedByThoseOnlyWhoReachIt() {
        Api regional = api.as(region);
        regional.post("/hq/v1/campaign-offers", desk.wish("FLASH_SALE", Map.of()))
                .expectProblem(403, "NOT_ALLOWED");
        regional.post("/hq/v1/campaign-offers", desk.wish("FLASH_SALE", Map.of("storeIds", List.of("7002"))))
                .expectProblem(404, "NOT_FOUND");
        String own = regional.post(
                        "/hq/v1/campaign-offers", desk.wish("FLASH_SALE", Map.of("storeIds", List.of("7001"))))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        String chain = desk.offer("FLASH_SALE", Map.of());
        String there = desk.offer("FLASH_SALE", Map.of("storeIds", List.of("7002")));
        regional.post("/hq/v1/campaign-offers/" + chain + "/end", Map.of()).expectProblem(403, "NOT_ALLOWED");
        regional.post("/hq/v1/campaign-offers/" + there + "/end", Map.of()).expectProblem(404, "CAMPAIGN_UNKNOWN");
        // the newest is not the region's: its page holds the newest that is
        JsonNode page =
                regional.get("/hq/v1/campaign-offers?limit=1").expect(200).json();
        assertThat(page).hasSize(1);
        assertThat(page.get(0).path("offerId").asString()).isEqualTo(chain);
        regional.get("/hq/v1/campaign-offers/" + chain).expect(200);
        regional.post("/hq/v1/campaign-offers/" + own + "/end", Map.of()).expect(200);
        assertThat(ids(regional.get("/hq/v1/campaign-offers?limit=200")))
                .contains(own, chain)
                .doesNotContain(there);
        regional.get("/hq/v1/campaign-offers?limit=201").expect(400);
    }

    @Test
    void membersSeeWhatRunsInTheirStoreAndGroupsWithSeatsLeft() {
        String offer = desk.offer("GROUP_BUY", Map.of("storeIds", List.of("7001")));
        String later = desk.offer("GROUP_BUY", Map.of("from", clock.instant().plusSeconds(60)));
        String flash = desk.offer("FLASH_SALE", Map.of());
        Api member = api.as(TestCallers.member(newMember()));
        assertThat(ids(member.get("/app/v1/campaign-offers?storeId=7001&kind=GROUP_BUY&limit=200")))
                .contains(offer)
                .doesNotContain(later, flash);
        assertThat(ids(member.get("/app/v1/campaign-offers?storeId=700&limit=200")))
                .contains(flash)
                .doesNotContain(offer);
        OrderId group = desk.opened(offer);
        OrderId full = desk.opened(offer);
        desk.held(offer, full);
        desk.held(offer, full);
        desk.held(offer, null);
        JsonNode open = member.get("/app/v1/campaign-offers/" + offer + "/groups")
                .expect(200)
                .json();
        assertThat(open.size()).isEqualTo(1);
        assertThat(open.get(0).path("groupId").asString()).isEqualTo(group.text());
        assertThat(open.get(0).path("seatsLeft").asInt()).isEqualTo(2);
        assertThat(open.get(0).path("opener").asString()).matches("会员\\*\\*\\*\\d\\d");
        assertThat(open.toString()).doesNotContain("memberKey", "openerKey");
        assertThat(member.get("/app/v1/groups/" + full)
                        .expect(200)
                        .json()
                        .path("seatsLeft")
                        .asInt())
                .isZero();
    }

    @Test
    void aGroupThatRunsIsJoinedAlsoAfterTheOfferEnded() {
        String offer = desk.offer("GROUP_BUY", Map.of());
        OrderId group = desk.opened(offer);
        api.as(TestCallers.headquarters())
                .post("/hq/v1/campaign-offers/" + offer + "/end", Map.of())
                .expect(200);
        desk.hold(desk.seat(offer, io.mendian.marketing.Marketing.newOrder(), newMember(), 1))
                .expectProblem(409, "CAMPAIGN_OVER");
        desk.held(offer, group);
        assertThat(desk.groupState(group)).isEqualTo("OPEN 2/1");
    }

    @Test
    void thePriceSaysWhatItCostsOrWhyItCannotBeHad() {
        String offer = desk.offer("GROUP_BUY", Map.of("allotment", 4, "limitPerMember", 2));
        Map<String, Object> asked = new HashMap<>(Map.of(
                "offerId", offer,
                "storeId", StoreId.of(7001).text(),
                "skuId", Long.toString(desk.sku),
                "memberKey", newMember().text(),
                "pieces", 2));
        JsonNode price = price(asked).expect(200).json();
        assertThat(price.path("unitPriceMinor").asLong()).isEqualTo(990);
        assertThat(price.path("kind").asString()).isEqualTo("GROUP_BUY");
        asked.put("pieces", 3);
        price(asked).expectProblem(409, "CAMPAIGN_LIMIT");
        asked.put("pieces", 5);
        price(asked).expectProblem(409, "CAMPAIGN_SOLD_OUT");
        asked.put("pieces", 1);
        asked.put("groupId", "4242");
        price(asked).expectProblem(404, "GROUP_UNKNOWN");
        asked.put("groupId", desk.held(offer, null).text());
        price(asked).expectProblem(409, "GROUP_OVER");
    }

    private Api.Answer price(Map<String, Object> asked) {
        return machine(api).post("/internal/v1/campaign-prices", asked);
    }

    private Api.Answer open(String kind, Map<String, Object> more) {
        return api.as(TestCallers.headquarters()).post("/hq/v1/campaign-offers", desk.wish(kind, more));
    }

    private void invalid(String kind, Map<String, Object> more, String field) {
        assertThat(open(kind, more)
                        .expectProblem(400, "CAMPAIGN_INVALID")
                        .json()
                        .path("facts")
                        .path("field")
                        .asString())
                .isEqualTo(field);
    }

    private static List<String> ids(Api.Answer page) {
        return page.expect(200)
                .json()
                .valueStream()
                .map(one -> one.path("offerId").asString())
                .toList();
    }
}
