package io.mendian.member.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.kernel.MemberKey;
import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class JoinTest {

    @Autowired
    Api api;

    @Autowired
    Fakes.FakeSms sms;

    @Autowired
    Fakes.FakeWeChat weChat;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    private final String phone = People.phone();
    private final String openid = "o" + UUID.randomUUID();

    @Test
    void aPhoneCodeMakesAMemberOnceWithStoreSourceAndEvent() {
        Shops.Shop shop = Shops.open(api);
        JsonNode first = phoneLogin(Map.of("storeId", shop.id().text(), "source", "SCAN"))
                .expect(200)
                .json();
        String key = first.path("memberKey").asString();
        assertThat(first.path("created").asBoolean()).isTrue();
        MemberJoined event = outbox.events(MemberJoined.class, key).getFirst();
        assertThat(event.source()).isEqualTo("SCAN");
        assertThat(event.storeId()).isEqualTo(shop.id());
        assertThat(People.joined(api, Shops.open(api).id(), "+86 " + phone)).isEqualTo(MemberKey.parse(key));
        assertThat(outbox.events(MemberJoined.class, key)).hasSize(1);
        assertThat(jdbc.queryForObject("SELECT source FROM member WHERE member_key = ?", String.class, key))
                .isEqualTo("SCAN");
        JsonNode identity = api.as(Caller.machine("gateway"))
                .post(
                        "/internal/v1/tokens/introspect",
                        Map.of("token", first.path("accessToken").asString()))
                .expect(200)
                .json();
        assertThat(identity.path("realm").asString()).isEqualTo("MEMBER");
        assertThat(identity.path("subject").asString()).isEqualTo(key);
    }

    @Test
    void twoConcurrentFirstLoginsWithOneOpenidMakeOneMember() {
        Set<String> keys = new HashSet<>();
        Race.run(10, i -> () -> weChatLogin(Map.of()).expect(200).json()).forEach(outcome -> {
            assertThat(outcome.failure()).isNull();
            keys.add(outcome.value().path("memberKey").asString());
            assertThat(outcome.value().path("accessToken").asString()).hasSize(43);
        });
        assertThat(keys).hasSize(1);
        assertThat(outbox.events(MemberJoined.class, keys.iterator().next())).hasSize(1);
        assertThat(count("member_identity WHERE member_key = " + keys.iterator().next()))
                .isEqualTo(1);
    }

    @Test
    void oneNewPhoneFromManyTillsIsOneMember() {
        Shops.Shop shop = Shops.open(api);
        Set<MemberKey> keys = new HashSet<>();
        Race.run(10, i -> () -> People.joined(api, shop.id(), phone)).forEach(outcome -> {
            assertThat(outcome.failure()).isNull();
            keys.add(outcome.value());
        });
        assertThat(keys).hasSize(1);
        assertThat(outbox.events(MemberJoined.class, keys.iterator().next().text()))
                .hasSize(1);
    }

    @Test
    void weChatWithAPhoneFindsTheMemberTheTillMade() {
        MemberKey made = People.joined(api, Shops.open(api).id(), phone);
        JsonNode login = weChatLogin(Map.of("phoneCode", weChat.phoneCode("+86" + phone)))
                .expect(200)
                .json();
        assertThat(login.path("memberKey").asString()).isEqualTo(made.text());
        assertThat(login.path("created").asBoolean()).isFalse();
        assertThat(weChatLogin(Map.of()).json().path("memberKey").asString()).isEqualTo(made.text());
    }

    @Test
    void orderServiceLearnsTheOpenidOfAPayerAndNobodyElseDoes() {
        MemberKey tillOnly = People.joined(api, Shops.open(api).id(), phone);
        Api orders = api.as(Caller.machine("order-service"));
        orders.get("/internal/v1/members/" + tillOnly + "/payer").expect(404);
        weChatLogin(Map.of("phoneCode", weChat.phoneCode("+86" + phone))).expect(200);
        assertThat(orders.get("/internal/v1/members/" + tillOnly + "/payer")
                        .expect(200)
                        .json()
                        .path("openid")
                        .asString())
                .isEqualTo(openid);
        api.as(TestCallers.headquarters())
                .get("/internal/v1/members/" + tillOnly + "/payer")
                .expect(403);
    }

    @Test
    void weChatBindsAPhoneToAMemberWithoutOne() {
        String key = weChatLogin(Map.of()).json().path("memberKey").asString();
        Caller caller = Caller.member(MemberKey.parse(key));
        api.as(caller)
                .post("/app/v1/me/phone/wechat", Map.of("phoneCode", weChat.phoneCode("+86" + phone)))
                .expect(200);
        assertThat(api.as(caller).get("/app/v1/me").json().path("phone").asString())
                .isEqualTo("139****" + phone.substring(7));
        api.as(caller)
                .post("/app/v1/me/phone/wechat", Map.of("phoneCode", weChat.phoneCode("+86" + People.phone())))
                .expectProblem(409, "PHONE_BOUND");
        api.as(caller)
                .post("/app/v1/me/phone/wechat", Map.of("phoneCode", "used-before"))
                .expectProblem(422, "WECHAT_CODE_REFUSED");
    }

    @Test
    void aWeChatNewcomerWhoHoldsNothingGivesWayToTheOwnerOfHisPhone() {
        MemberKey owner = People.joined(api, Shops.open(api).id(), phone);
        JsonNode newcomer = weChatLogin(Map.of()).json();
        MemberKey from = MemberKey.parse(newcomer.path("memberKey").asString());

        JsonNode bound = api.as(Caller.member(from))
                .post("/app/v1/me/phone/wechat", Map.of("phoneCode", weChat.phoneCode("+86" + phone)))
                .expect(200)
                .json();

        assertThat(bound.path("memberKey").asString()).isEqualTo(owner.text());
        assertThat(weChatLogin(Map.of()).json().path("memberKey").asString()).isEqualTo(owner.text());
        api.as(Caller.machine("gateway"))
                .post(
                        "/internal/v1/tokens/introspect",
                        Map.of("token", newcomer.path("accessToken").asString()))
                .expectProblem(401, "TOKEN_UNKNOWN");
        api.as(Caller.member(from)).get("/app/v1/me").expect(404);
    }

    @Test
    void invalidNumbersAreRefused() {
        for (String bad : List.of("12345678901", "1390000", "021-62345678", "+86 139000000000", "abc")) {
            Shops.fromElsewhere(api)
                    .post("/app/v1/login/codes", Map.of("phone", bad))
                    .expectProblem(422, "PHONE_INVALID");
        }
        Shops.Shop shop = Shops.open(api);
        api.as(Caller.machine("order-service"))
                .post(
                        "/internal/v1/members/by-phone",
                        Map.of("phone", "12345678901", "storeId", shop.id().text(), "source", "POS"))
                .expectProblem(422, "PHONE_INVALID");
        api.as(Caller.machine("order-service"))
                .post("/internal/v1/members/by-phone", Map.of("phone", phone, "storeId", "7", "source", "POS"))
                .expectProblem(422, "STORE_UNKNOWN");
    }

    @Test
    void anUnknownStoreMakesNoMember() {
        weChatLogin(Map.of("storeId", "7")).expectProblem(422, "STORE_UNKNOWN");
        assertThat(weChatLogin(Map.of()).json().path("created").asBoolean()).isTrue();
    }

    @Test
    void personalFieldsAreSealedInTablesAndAbsentFromEvents() {
        Shops.Shop shop = Shops.open(api);
        MemberKey key = People.joined(api, shop.id(), phone);
        weChatLogin(Map.of("phoneCode", weChat.phoneCode("+86" + phone)));
        api.as(TestCallers.headquarters())
                .put("/hq/v1/members/" + key, Map.of("name", "欧阳小花"))
                .expect(200);
        String kept = jdbc.queryForList("SELECT * FROM member WHERE member_key = ?", key.value())
                        .toString()
                + jdbc.queryForList("SELECT * FROM member_identity WHERE member_key = ?", key.value())
                + jdbc.queryForList("SELECT * FROM member_change WHERE member_key = ?", key.value())
                + jdbc.queryForList("SELECT payload FROM outbox WHERE msg_key = ?", key.text());
        assertThat(kept).doesNotContain(phone).doesNotContain(openid).doesNotContain("欧阳");
    }

    private Api.Answer phoneLogin(Map<String, String> more) {
        JsonNode sent = Shops.fromElsewhere(api)
                .post("/app/v1/login/codes", Map.of("phone", phone))
                .expect(202)
                .json();
        Map<String, String> body = new HashMap<>(more);
        body.put("phone", phone);
        body.put("session", sent.path("session").asString());
        body.put("code", sms.code("+86" + phone));
        return api.post("/app/v1/login/phone", body);
    }

    private Api.Answer weChatLogin(Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("jsCode", weChat.loginCode(openid));
        return api.post("/app/v1/login/wechat", body);
    }

    private long count(String what) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + what, Long.class);
    }
}
