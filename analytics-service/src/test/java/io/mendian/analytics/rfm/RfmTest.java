package io.mendian.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The worked example of docs/guides/rfm.md, and the two ways to it. */
@MendianTest
class RfmTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Api api;

    @Autowired
    PurchaseQueries purchases;

    private final Trading trading = new Trading();
    private final List<MemberKey> members = Stream.generate(Trading::member)
            .limit(7)
            .sorted((a, b) -> Long.compare(a.value(), b.value()))
            .toList();

    @BeforeEach
    void theExample() {
        deliveries.deliver(trading.opened("America/New_York", "east"));
        buy(0, "1998-06-30", 1000);
        buy(0, "1998-06-29", 500);
        buy(1, "1998-06-20", 0);
        buy(2, "1998-06-20", 3000);
        buy(3, "1998-05-31", 1200);
        buy(4, "1998-05-31", 1200);
        buy(4, "1998-05-31", 1800);
        buy(4, "1998-05-01", 2000);
        buy(5, "1998-03-22", 700);
        buy(6, "1997-06-30", 1500);
    }

    private Trading.Sale buy(int member, String date, long amount) {
        Trading.Sale sale = trading.sale(members.get(member), date).history().line(SkuId.of(1), 1, amount, amount);
        deliveries.deliver(sale.paid());
        return sale;
    }

    @Test
    void theScoresAreThoseOfTheGuide() {
        JsonNode answer = get("/hq/v1/reports/rfm?at=1998-06-30&storeId=" + trading.store.text());
        assertThat(answer.path("members").asLong()).isEqualTo(7);
        assertThat(answer.path("boundaries").path("recency").toString()).isEqualTo("[10,10,30,100]");
        assertThat(answer.path("boundaries").path("frequency").toString()).isEqualTo("[1,1,1,2]");
        assertThat(answer.path("boundaries").path("monetary").toString()).isEqualTo("[700,1200,1500,3000]");
        assertThat(rows("1998-06-30", ""))
                .containsExactly(
                        "543 2 1500", "511 1 0", "514 1 3000", "312 1 1200", "355 3 5000", "211 1 700", "113 1 1500");
        assertThat(sum(answer.path("classes"), "members")).isEqualTo(7);
        assertThat(sum(answer.path("classes"), "sharePermille")).isEqualTo(1000);
        assertThat(sum(answer.path("scores"), "members")).isEqualTo(7);
        assertThat(answer.path("classes").get(0).path("class").asString()).isEqualTo("CHAMPIONS");
    }

    @Test
    void aDateInThePastKnowsNothingOfWhatCameLater() {
        assertThat(rows("1998-05-31", "")).hasSize(4).contains("544 3 5000");
        assertThat(rows("1997-06-29", "")).isEmpty();
    }

    @Test
    void anOrderThatCameBackWholeIsNoPurchaseFromThatDayOn() {
        Trading.Sale sale = buy(5, "1998-06-25", 400);
        assertThat(spend(5, "1998-06-30")).isEqualTo("2 1100 1998-06-25");
        deliveries.deliver(sale.refund("1998-07-04", 1, 400, true));
        assertThat(spend(5, "1998-07-03")).isEqualTo("2 1100 1998-06-25");
        assertThat(spend(5, "1998-07-04")).isEqualTo("1 700 1998-03-22");
        assertBothWaysAgree();
    }

    @Test
    void membersComeInPagesByKeyAndByClass() {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    get("/hq/v1/reports/members?at=1998-06-30&limit=3&storeId=" + trading.store.text() + cursor);
            page.path("members")
                    .forEach(member -> keys.add(member.path("memberKey").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(keys).isEqualTo(members.stream().map(MemberKey::text).toList());
        assertThat(rows("1998-06-30", "&class=LOST")).containsExactly("113 1 1500");
        assertThat(rows("1998-06-30", "&class=LOYAL")).containsExactly("355 3 5000");
        api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/members?class=NONE")
                .expectProblem(400, "RFM_CLASS_UNKNOWN");
    }

    @Test
    void sumsAndOrdersGiveTheSameAnswer() {
        deliveries.deliver(buy(0, "1998-06-30", 70).refund("1998-06-30", 1, 70, true));
        deliveries.deliver(
                trading.sale(members.get(1), "1998-06-30").recharge(5000, 500).paid());
        assertBothWaysAgree();
    }

    private void assertBothWaysAgree() {
        LocalDate later = LocalDate.of(2030, 1, 1);
        assertThat(dump(purchases.fromSums(later))).isEqualTo(dump(purchases.fromOrders(later, null)));
    }

    private static List<String> dump(Purchases bought) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bought.size(); i++) {
            lines.add(bought.key(i) + " " + bought.days(i) + " " + bought.orders(i) + " " + bought.spend(i));
        }
        return lines;
    }

    private String spend(int member, String at) {
        JsonNode found = member(member, at);
        return found.path("orders").asLong() + " " + found.path("spendMinor").asLong() + " "
                + found.path("lastDate").asString();
    }

    private JsonNode member(int member, String at) {
        for (JsonNode found : get("/hq/v1/reports/members?at=" + at + "&storeId=" + trading.store.text())
                .path("members")) {
            if (found.path("memberKey").asString().equals(members.get(member).text())) {
                return found;
            }
        }
        throw new AssertionError("member " + member + " is missing");
    }

    private List<String> rows(String at, String more) {
        List<String> rows = new ArrayList<>();
        get("/hq/v1/reports/members?at=" + at + "&storeId=" + trading.store.text() + more)
                .path("members")
                .forEach(row -> rows.add("" + row.path("r").asInt()
                        + row.path("f").asInt()
                        + row.path("m").asInt() + " " + row.path("orders").asLong() + " "
                        + row.path("spendMinor").asLong()));
        return rows;
    }

    private static long sum(JsonNode list, String field) {
        long sum = 0;
        for (JsonNode item : list) {
            sum += item.path(field).asLong();
        }
        return sum;
    }

    private JsonNode get(String path) {
        return api.as(TestCallers.headquarters()).get(path).expect(200).json();
    }
}
