package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@MendianTest
class CouponCodeTest {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everySingleWrongSignIsNoticed() {
        String code = CouponCode.next("SPR", new SecureRandom()).text();
        for (int i = 0; i < code.length(); i++) {
            for (char sign : SIGNS.toCharArray()) {
                String typed = code.substring(0, i) + sign + code.substring(i + 1);
                assertThat(CouponCode.parse(typed) != null)
                        .as(typed + " for " + code)
                        .isEqualTo(typed.equals(code));
            }
        }
    }

    @Test
    void howACodeIsTypedDoesNotMatter() {
        CouponCode code = CouponCode.next("N0", new SecureRandom());
        String typed =
                code.text().toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replace("1", "l");
        assertThat(CouponCode.parse(" " + typed.substring(0, 4) + "-" + typed.substring(4)))
                .isEqualTo(code);
        assertThat(CouponCode.parse("")).isNull();
        assertThat(CouponCode.parse("优惠券")).isNull();
    }

    @Test
    void codesAreUniqueAndListedInPages() {
        String template = template(api, amountOff(0, 500));
        Api hq = api.as(TestCallers.headquarters());
        JsonNode batch = hq.post("/hq/v1/coupon-templates/" + template + "/codes", Map.of("prefix", "XM", "count", 450))
                .expect(201)
                .json();
        assertThat(batch.path("count").asInt()).isEqualTo(450);
        JsonNode page = hq.get("/hq/v1/coupon-templates/" + template + "/codes?limit=200")
                .expect(200)
                .json();
        assertThat(page).hasSize(200);
        assertThat(page.get(0).path("code").asString()).startsWith("XM").hasSize(13);
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT code) FROM coupon_code WHERE template_id = ?")
                        .param(template)
                        .query(Long.class)
                        .single())
                .isEqualTo(450);
        hq.post("/hq/v1/coupon-templates/" + template + "/codes", Map.of("prefix", "XO", "count", 1))
                .expect(400);
    }

    @Test
    void ofTenMembersExactlyOneGetsACodesCoupon() {
        String template = template(api, amountOff(0, 500));
        String code = code(template);
        List<MemberKey> members =
                java.util.stream.Stream.generate(() -> newMember()).limit(10).toList();
        var outcomes = Race.run(10, i -> () -> claim(members.get(i), code).status());
        assertThat(outcomes.stream().filter(each -> Objects.equals(each.value(), 201)))
                .hasSize(1);
        assertThat(coupons(template)).isEqualTo(1);
    }

    @Test
    void theSameMemberTypingItAgainGetsTheSameCoupon() {
        String template = template(api, amountOff(0, 500));
        String code = code(template);
        MemberKey member = newMember();
        assertThat(claim(member, code).expect(201).json().path("couponId"))
                .isEqualTo(claim(member, code).expect(201).json().path("couponId"));
        claim(newMember(), code).expectProblem(409, "COUPON_CODE_USED");
        assertThat(coupons(template)).isEqualTo(1);
    }

    @Test
    void aMistypedCodeAndAnUnknownOneAreToldApart() {
        String code = code(template(api, amountOff(0, 500)));
        char last = code.charAt(code.length() - 1);
        claim(newMember(), code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7'))
                .expectProblem(400, "COUPON_CODE_MISTYPED");
        claim(newMember(), CouponCode.next("QQ", new SecureRandom()).text()).expectProblem(404, "COUPON_CODE_UNKNOWN");
    }

    @Test
    void headquartersSeesWhatBecameOfABatch() {
        String template = template(api, amountOff(0, 500));
        claim(newMember(), code(template)).expect(201);
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/coupon-templates/" + template + "/codes", Map.of("prefix", "CD", "count", 5))
                .expect(201);
        JsonNode batches = hq.get("/hq/v1/coupon-templates/" + template + "/code-batches")
                .expect(200)
                .json();
        assertThat(batches).hasSize(2);
        assertThat(List.of(
                        batches.get(0).path("codes").asLong(),
                        batches.get(0).path("claimed").asLong(),
                        batches.get(0).path("available").asLong(),
                        batches.get(1).path("codes").asLong(),
                        batches.get(1).path("free").asLong()))
                .containsExactly(1L, 1L, 1L, 5L, 5L);
    }

    private String code(String template) {
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/coupon-templates/" + template + "/codes", Map.of("prefix", "AB", "count", 1))
                .expect(201);
        return hq.get("/hq/v1/coupon-templates/" + template + "/codes")
                .json()
                .get(0)
                .path("code")
                .asString();
    }

    private Api.Answer claim(MemberKey member, String code) {
        return api.as(TestCallers.member(member)).post("/app/v1/coupon-codes/" + code + "/claims", Map.of());
    }

    private long coupons(String template) {
        return jdbc.sql("SELECT COUNT(*) FROM coupon WHERE template_id = ?")
                .param(template)
                .query(Long.class)
                .single();
    }
}
