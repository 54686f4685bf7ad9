package io.mendian.member.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberPersonKnown;
import io.mendian.kernel.MemberKey;
import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever comes again under another phone, openid or on the same device is known as the same person. */
@MendianTest
class PersonTest {

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
    private final String device = "device-" + UUID.randomUUID();

    @Test
    void aSecondMemberOnADeviceIsTheFirstPersonAndTheDeviceIsNowhereToBeRead() {
        MemberKey first = weChat(openid(), device);
        MemberKey second = weChat(openid(), device);
        MemberKey other = weChat(openid(), "device-" + UUID.randomUUID());
        assertThat(joined(first).personKey()).isNull();
        assertThat(joined(second).personKey()).isEqualTo(first);
        assertThat(joined(other).personKey()).isNull();
        String kept = jdbc.queryForList("SELECT * FROM person_mark").toString()
                + jdbc.queryForList("SELECT payload FROM outbox WHERE msg_key = ?", second.text());
        assertThat(kept).doesNotContain(device);
    }

    @Test
    void ofManyWhoComeFirstOnOneDeviceAtOnceAllAreOnePerson() {
        TreeSet<Long> keys = new TreeSet<>();
        Race.run(8, i -> () -> weChat(openid(), device)).forEach(outcome -> {
            assertThat(outcome.failure()).isNull();
            keys.add(Objects.requireNonNull(outcome.value()).value());
        });
        assertThat(keys).hasSize(8);
        List<Long> persons = jdbc.queryForList(
                "SELECT DISTINCT person_key FROM member_person WHERE member_key BETWEEN ? AND ? AND person_key IN"
                        + " (SELECT person_key FROM member_person WHERE member_key = ?)",
                Long.class,
                keys.getFirst(),
                keys.getLast(),
                keys.getFirst());
        assertThat(persons).containsExactly(keys.getFirst());
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM member_person WHERE person_key = ?", Long.class, keys.getFirst()))
                .isEqualTo(8);
    }

    @Test
    void aNumberThatAnotherMemberHadIsTheSamePersonStill() {
        MemberKey first = byPhone(phone);
        changePhone(first, People.phone());
        MemberKey second = byPhone(phone);
        assertThat(second).isNotEqualTo(first);
        assertThat(joined(second).personKey()).isEqualTo(first);
        MemberKey third = weChat(openid(), null);
        changePhone(second, People.phone());
        assertThat(bind(third, phone)).isEqualTo(third);
        assertThat(outbox.events(MemberPersonKnown.class, third.text()))
                .singleElement()
                .satisfies(known -> assertThat(known.personKey()).isEqualTo(first));
    }

    @Test
    void whoGivesWayToTheOwnerOfHisPhoneIsToldAsMerged() {
        MemberKey newcomer = weChat(openid(), device);
        MemberKey owner = byPhone(phone);
        assertThat(bind(newcomer, phone)).isEqualTo(owner);
        assertThat(outbox.events(MemberPersonKnown.class, newcomer.text()))
                .last()
                .satisfies(known -> {
                    assertThat(known.personKey()).isEqualTo(owner);
                    assertThat(known.mergedInto()).isEqualTo(owner);
                });
        // his device is the owner's too
        assertThat(joined(weChat(openid(), device)).personKey()).isEqualTo(owner);
    }

    @Test
    void borrowingAPhoneMakesNobodyTheSamePerson() {
        String herOpenid = openid();
        MemberKey her = weChat(herOpenid, null);
        MemberKey him = weChat(openid(), device);
        assertThat(weChat(herOpenid, device)).isEqualTo(her);
        assertThat(outbox.events(MemberPersonKnown.class, her.text())).isEmpty();
        assertThat(outbox.events(MemberPersonKnown.class, him.text())).isEmpty();
        assertThat(joined(weChat(openid(), device)).personKey()).isEqualTo(him);
    }

    private MemberJoined joined(MemberKey member) {
        return outbox.events(MemberJoined.class, member.text()).getFirst();
    }

    private static String openid() {
        return "o" + UUID.randomUUID();
    }

    private MemberKey weChat(String openid, @Nullable String on) {
        Map<String, String> body = new HashMap<>(Map.of("jsCode", weChat.loginCode(openid)));
        if (on != null) {
            body.put("deviceId", on);
        }
        return key(api.post("/app/v1/login/wechat", body).expect(200).json());
    }

    private MemberKey byPhone(String number) {
        return People.joined(api, Shops.open(api).id(), number);
    }

    private MemberKey bind(MemberKey member, String number) {
        return key(api.as(Caller.member(member))
                .post("/app/v1/me/phone/wechat", Map.of("phoneCode", weChat.phoneCode("+86" + number)))
                .expect(200)
                .json());
    }

    private void changePhone(MemberKey member, String number) {
        JsonNode sent = Shops.fromElsewhere(api)
                .as(Caller.member(member))
                .post("/app/v1/me/phone/codes", Map.of("phone", number))
                .expect(202)
                .json();
        api.as(Caller.member(member))
                .put(
                        "/app/v1/me/phone",
                        Map.of(
                                "phone",
                                number,
                                "session",
                                sent.path("session").asString(),
                                "code",
                                sms.code("+86" + number)))
                .expect(200);
    }

    private static MemberKey key(JsonNode login) {
        return MemberKey.parse(login.path("memberKey").asString());
    }
}
