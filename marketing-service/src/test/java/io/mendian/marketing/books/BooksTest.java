package io.mendian.marketing.books;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
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
