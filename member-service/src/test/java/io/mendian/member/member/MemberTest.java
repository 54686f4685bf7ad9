package io.mendian.member.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class MemberTest {

    @Autowired
    Api api;

    @Autowired
    Fakes.FakeSms sms;

    @Autowired
    JdbcTemplate jdbc;

    private final String phone = People.phone();
    private Shops.Shop shop;
    private MemberKey member;

    @BeforeEach
    void aMemberOfAStore() {
        shop = Shops.open(api);
        member = People.joined(api, shop.id(), phone);
    }

    @Test
    void aProfileIsWrittenReadAndItsChangesAreKept() {
        Api me = api.as(Caller.member(member));
        me.put("/app/v1/me", Map.of("name", "张三丰", "birthday", "1990-02-28", "gender", "MALE"))
                .expect(200);
        JsonNode own = me.get("/app/v1/me").expect(200).json();
        assertThat(own.path("name").asString()).isEqualTo("张三丰");
        assertThat(own.path("birthday").asString()).isEqualTo("1990-02-28");

        JsonNode file =
                clerk(shop.id()).get("/store/v1/members/" + member).expect(200).json();
        assertThat(file.path("member").path("name").asString()).isEqualTo("张**");
        assertThat(file.path("member").path("phone").asString()).isEqualTo("139****" + phone.substring(7));
        assertThat(file.path("member").path("birthday").asString()).isEqualTo("02-28");
        JsonNode changes =
                clerk(shop.id()).get("/store/v1/members/" + member + "/changes").json();
        assertThat(changes).hasSize(3);
        assertThat(changes.path(0).path("actor").asString()).isEqualTo("MEMBER:" + member);
        me.put("/app/v1/me", Map.of("birthday", "2999-01-01")).expect(400);
    }

    @Test
    void aStoreFindsItsMembersByTailNameAndCardAndNoOthers() {
        String name = "司马" + UUID.randomUUID().toString().substring(0, 6);
        String card = "CARD-" + UUID.randomUUID().toString().substring(0, 8);
        clerk(shop.id())
                .put("/store/v1/members/" + member, Map.of("name", name))
                .expect(200);
        jdbc.update("INSERT INTO member_external VALUES ('OLD', ?, ?)", card, member.value());
        StoreId elsewhere = Shops.open(api).id();
        for (String query : new String[] {"tail=" + phone.substring(7), "name=" + encoded(name), "card=" + card}) {
            assertThat(keys(clerk(shop.id()), query)).contains(member.text());
            assertThat(keys(clerk(elsewhere), query)).doesNotContain(member.text());
            assertThat(api.as(TestCallers.headquarters())
                            .get("/hq/v1/members?" + query)
                            .body())
                    .contains(member.text())
                    .doesNotContain(phone);
        }
        clerk(shop.id()).get("/store/v1/members").expectProblem(400, "SEARCH_NEEDS_ONE");
    }

    @Test
    void aStrangersMemberAnswersLikeAMissingOneUntilHeGivesHisNumber() {
        Api stranger = clerk(Shops.open(api).id());
        String path = "/store/v1/members/";
        JsonNode hidden =
                stranger.get(path + member).expectProblem(404, "NOT_FOUND").json();
        assertThat(hidden.path("detail"))
                .isEqualTo(stranger.get(path + "99").expect(404).json().path("detail"));
        stranger.get(path + member + "/changes").expect(404);
        stranger.put(path + member, Map.of("name", "x")).expect(404);

        assertThat(keys(stranger, "phone=" + phone)).contains(member.text());
        stranger.get(path + member).expect(200);
    }

    @Test
    void unmaskingNeedsTheRightAReasonAndLeavesATrace() {
        String path = "/hq/v1/members/" + member + "/unmask";
        api.as(TestCallers.headquarters(Right.MEMBERS_READ))
                .post(path, Map.of("reason", "x"))
                .expect(403);
        api.as(TestCallers.headquarters()).post(path, Map.of("reason", " ")).expect(400);
        JsonNode shown = api.as(TestCallers.headquarters())
                .post(path, Map.of("reason", "客诉回访"))
                .expect(200)
                .json();
        assertThat(shown.path("phone").asString()).isEqualTo("+86" + phone);
        assertThat(jdbc.queryForObject(
                        "SELECT facts FROM audit_entry WHERE subject = ?", String.class, "member:" + member))
                .isEqualTo("reason=客诉回访");
        api.as(TestCallers.headquarters())
                .post("/hq/v1/members/99/unmask", Map.of("reason", "x"))
                .expect(404);
    }

    @Test
    void changingThePhoneNeedsACodeToTheNewOne() {
        Api me = Shops.fromElsewhere(api).as(Caller.member(member));
        String wanted = People.phone();
        JsonNode sent = me.post("/app/v1/me/phone/codes", Map.of("phone", wanted))
                .expect(202)
                .json();
        String session = sent.path("session").asString();
        me.put("/app/v1/me/phone", Map.of("phone", wanted, "session", session, "code", wrong(wanted)))
                .expectProblem(422, "CODE_REFUSED");
        me.put("/app/v1/me/phone", Map.of("phone", wanted, "session", session, "code", sms.code("+86" + wanted)))
                .expect(200);
        assertThat(me.get("/app/v1/me").json().path("phone").asString()).isEqualTo("139****" + wanted.substring(7));
        assertThat(People.joined(api, shop.id(), phone)).isNotEqualTo(member);
    }

    @Test
    void anotherMembersPhoneIsNotTaken() {
        String taken = People.phone();
        People.joined(api, shop.id(), taken);
        Api me = Shops.fromElsewhere(api).as(Caller.member(member));
        JsonNode sent = me.post("/app/v1/me/phone/codes", Map.of("phone", taken))
                .expect(202)
                .json();
        me.put(
                        "/app/v1/me/phone",
                        Map.of(
                                "phone", taken,
                                "session", sent.path("session").asString(),
                                "code", sms.code("+86" + taken)))
                .expectProblem(409, "PHONE_TAKEN");
        assertThat(me.get("/app/v1/me").json().path("phone").asString()).isEqualTo("139****" + phone.substring(7));
    }

    private String wrong(String to) {
        return sms.code("+86" + to).equals("000000") ? "111111" : "000000";
    }

    private Api clerk(StoreId store) {
        return api.as(
                TestCallers.clerk(Math.abs(store.value() % 1_000_000), store, Right.MEMBERS_READ, Right.MEMBERS_WRITE));
    }

    private static String keys(Api caller, String query) {
        return caller.get("/store/v1/members?" + query).expect(200).body();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
