package io.mendian.marketing.books;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.marketing.CampaignDesk;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@MendianTest
class BooksTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Test
    void whatTheBooksShouldFindTheyFind() {
        String template = template(api, amountOff(0, 500));
        String coupon = claim(api, template, newMember());
        assertThat(offenders("I12 issued")).doesNotContain("template " + template);
        assertFound("UPDATE coupon_template SET issued = issued + 1 WHERE id = ?", template, "I12 issued", "template ");
        assertFound("UPDATE coupon_template SET issued = issued - 1 WHERE id = ?", template, null, "template ");
        assertFound("UPDATE coupon SET state = 'USED', order_id = 5 WHERE id = ?", coupon, "I11 used once", "coupon ");
        assertThat(offenders("I11 one order")).contains("coupon " + coupon);
        assertFound("UPDATE coupon SET state = 'HELD' WHERE id = ?", coupon, "I12 frozen", "coupon ");
        assertFound(
                "UPDATE coupon SET state = 'EXPIRED', order_id = NULL WHERE id = ?", coupon, "I12 ledger", "coupon ");
        assertFound("UPDATE coupon SET state = 'AVAILABLE' WHERE id = ?", coupon, null, "coupon ");
    }

    @Test
    void whatTheCampaignBooksShouldFindTheyFind() {
        CampaignDesk desk = new CampaignDesk(api, deliveries, clock, jdbc);
        String offer = desk.offer("GROUP_BUY", Map.of());
        String group = desk.opened(offer).text();
        String member = desk.number("SELECT member_key FROM campaign_seat WHERE order_id = ?", group) + "";
        assertFound("UPDATE buying_group SET kept = kept + 1 WHERE id = ?", group, "K19 seats", "group ");
        assertFound("UPDATE buying_group SET kept = kept - 1 WHERE id = ?", group, null, "group ");
        assertFound("UPDATE campaign_offer SET kept = kept + 1 WHERE id = ?", offer, "X12 allotment", "offer ");
        assertFound("UPDATE campaign_offer SET kept = kept - 1 WHERE id = ?", offer, null, "offer ");
        jdbc.sql("UPDATE campaign_member_quota SET kept = 2 WHERE offer_id = ?")
                .param(offer)
                .update();
        assertThat(offenders("X12 members")).contains("offer " + offer + " member " + member);
        jdbc.sql("UPDATE campaign_member_quota SET kept = 1 WHERE offer_id = ?")
                .param(offer)
                .update();
        String failed = "UPDATE buying_group SET state = 'FAILED', settled_at = '2020-01-01' WHERE id = ?";
        jdbc.sql(failed).param(group).update();
        assertThat(offenders("K19 refunds")).contains("group " + group + " order " + group);
        assertFound("UPDATE buying_group SET state = 'OPEN', settled_at = NULL WHERE id = ?", group, null, "group ");
        String haggle = desk.offer("BARGAIN", Map.of());
        String bargain = api.as(TestCallers.member(newMember()))
                .post("/app/v1/campaign-offers/" + haggle + "/bargains", Map.of())
                .expect(201)
                .json()
                .path("bargainId")
                .asString();
        assertFound(
                "UPDATE bargain SET price_minor = price_minor - 1 WHERE id = ?", bargain, "X12 bargains", "bargain ");
        assertFound("UPDATE bargain SET price_minor = price_minor + 1 WHERE id = ?", bargain, null, "bargain ");
    }

    @Test
    void headquartersAndServicesSeeTheSameChecks() {
        JsonNode forHq = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/marketing")
                .expect(200)
                .json();
        JsonNode forServices =
                machine(api).get("/internal/v1/books").expect(200).json();
        assertThat(forHq.path("service").asString()).isEqualTo("marketing");
        assertThat(names(forHq)).isEqualTo(names(forServices)).hasSizeGreaterThan(7);
    }

    private void assertFound(String change, String id, String check, String kind) {
        jdbc.sql(change).param(id).update();
        if (check == null) {
            JsonNode books = machine(api).get("/internal/v1/books").json();
            assertThat(books.toString()).doesNotContain("\"" + kind + id + "\"");
        } else {
            assertThat(offenders(check)).contains(kind + id);
        }
    }

    private List<String> offenders(String check) {
        return machine(api)
                .get("/internal/v1/books")
                .expect(200)
                .json()
                .path("checks")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(check))
                .flatMap(each -> each.path("offenders").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> names(JsonNode books) {
        return books.path("checks")
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList();
    }
}
