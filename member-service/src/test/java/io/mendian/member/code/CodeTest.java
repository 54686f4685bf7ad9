package io.mendian.member.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class CodeTest {

    @Autowired
    Api api;

    @Autowired
    Fakes.FakeSms sms;

    @Autowired
    MovableClock clock;

    @Autowired
    VerificationCodes codes;

    @Autowired
    CodeSecrets secrets;

    @Autowired
    JdbcTemplate jdbc;

    private final String phone = People.phone();

    @Test
    void aCodeIsGoodOnce() {
        JsonNode sent = send(phone).expect(202).json();
        login(sent, code()).expect(200);
        login(sent, code()).expectProblem(422, "CODE_REFUSED");
    }

    @Test
    void ofParallelUsesOfOneCodeOneWins() {
        JsonNode sent = send(phone).expect(202).json();
        long won = Race.run(5, i -> () -> login(sent, code()).status()).stream()
                .filter(outcome -> Integer.valueOf(200).equals(outcome.value()))
                .count();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void aCodeThatTwoHaveComparedIsUsedByOne() {
        JsonNode sent = send(phone).expect(202).json();
        String session = secrets.sessionHash(sent.path("session").asString());
        String index = secrets.phoneIndex("+86" + phone);
        assertThat(codes.tryOnce(session, CodePurpose.LOGIN, index, clock.instant()))
                .isPresent();
        assertThat(codes.tryOnce(session, CodePurpose.LOGIN, index, clock.instant()))
                .isPresent();
        assertThat(codes.use(session, clock.instant())).isTrue();
        assertThat(codes.use(session, clock.instant())).isFalse();
    }

    @Test
    void fiveWrongTriesBurnTheCode() {
        JsonNode sent = send(phone).expect(202).json();
        Race.run(12, i -> () -> login(sent, wrong()).status());
        assertThat(jdbc.queryForObject(
                        "SELECT tries FROM verification_code ORDER BY created_at DESC LIMIT 1", Integer.class))
                .isEqualTo(5);
        login(sent, code()).expectProblem(422, "CODE_REFUSED");
    }

    @Test
    void aCodeEndsAfterFiveMinutes() {
        JsonNode sent = send(phone).expect(202).json();
        clock.advance(Duration.ofMinutes(5));
        login(sent, code()).expectProblem(422, "CODE_REFUSED");
    }

    @Test
    void aCodeIsBoundToItsSessionAndItsPhone() {
        JsonNode sent = send(phone).expect(202).json();
        String other = People.phone();
        JsonNode otherSent = send(other).expect(202).json();
        login(otherSent, code()).expect(422);
        api.post(
                        "/app/v1/login/phone",
                        Map.of("phone", other, "session", sent.path("session").asString(), "code", code()))
                .expectProblem(422, "CODE_REFUSED");
        login(sent, code()).expect(200);
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        JsonNode first = send(phone).expect(202).json();
        String firstCode = code();
        clock.advance(Duration.ofMinutes(1));
        JsonNode second = send(phone).expect(202).json();
        login(first, firstCode).expect(422);
        login(second, code()).expect(200);
    }

    @Test
    void aPhoneGetsOneAMinuteFiveAnHourTenADay() {
        for (int hour = 0; hour < 2; hour++) {
            for (int i = 0; i < 5; i++) {
                send(phone).expect(202);
                send(phone).expectProblem(429, "TOO_MANY_CODES");
                clock.advance(Duration.ofMinutes(2));
            }
            send(phone).expect(429);
            clock.advance(Duration.ofHours(1));
        }
        send(phone).expectProblem(429, "TOO_MANY_CODES");
        assertThat(sms.count("+86" + phone)).isEqualTo(10);
        clock.advance(Duration.ofDays(1));
        send(phone).expect(202);
    }

    @Test
    void parallelRequestsSendOneMessage() {
        Race.run(8, i -> () -> send(phone).status());
        assertThat(sms.count("+86" + phone)).isEqualTo(1);
    }

    @Test
    void anAddressGetsTwentyAnHour() {
        Api here = Shops.fromElsewhere(api);
        for (int i = 0; i < 20; i++) {
            here.post("/app/v1/login/codes", Map.of("phone", People.phone())).expect(202);
        }
        here.post("/app/v1/login/codes", Map.of("phone", People.phone())).expectProblem(429, "TOO_MANY_CODES");
        send(People.phone()).expect(202);
    }

    @Test
    void theAnswerDoesNotTellWhetherAnybodyHasThePhone() {
        Shops.Shop shop = Shops.open(api);
        String known = People.phone();
        People.joined(api, shop.id(), known);
        assertThat(send(known).expect(202).json().propertyNames())
                .isEqualTo(send(phone).expect(202).json().propertyNames());
    }

    @Test
    void aMessageThatCannotBeSentIsSaidSo() {
        sms.breakFor("+86" + phone);
        send(phone).expectProblem(503, "SMS_UNAVAILABLE");
    }

    @Test
    void neitherPhoneNorCodeIsKeptInTheClear() {
        JsonNode sent = send(phone).expect(202).json();
        assertThat(jdbc.queryForList("SELECT * FROM verification_code ORDER BY created_at DESC LIMIT 1")
                        .toString())
                .doesNotContain(phone)
                .doesNotContain("=" + code() + ",")
                .doesNotContain(sent.path("session").asString());
    }

    private Api.Answer send(String to) {
        return Shops.fromElsewhere(api).post("/app/v1/login/codes", Map.of("phone", to));
    }

    private String code() {
        return sms.code("+86" + phone);
    }

    private String wrong() {
        return code().equals("000000") ? "111111" : "000000";
    }

    private Api.Answer login(JsonNode sent, String code) {
        return api.post(
                "/app/v1/login/phone",
                Map.of("phone", phone, "session", sent.path("session").asString(), "code", code));
    }
}
