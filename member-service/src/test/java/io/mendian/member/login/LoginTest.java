package io.mendian.member.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.member.Shops;
import io.mendian.member.staff.LoginName;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class LoginTest {

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    StaffCredentials staff;

    @Autowired
    BeginStaffLogin begin;

    @Test
    void theFirstStartMakesAnAccountWhosePasswordMustBeChanged() throws Exception {
        Path file = Path.of("target/bootstrap-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String first = Files.readString(file).strip();
        JsonNode login = login("hq", "hq", first).expect(200).json();
        assertThat(login.path("mustChangePassword").asBoolean()).isTrue();
        JsonNode identity =
                introspect(login.path("accessToken").asString()).expect(200).json();
        assertThat(identity.path("rights")).isEmpty();
        assertThat(identity.path("mustChangePassword").asBoolean()).isTrue();

        Caller unchanged = new Caller(Realm.HQ, identity.path("subject").asString(), null, true, Set.of(), Set.of());
        elsewhere()
                .as(unchanged)
                .post("/hq/v1/login/password", Map.of("currentPassword", first, "newPassword", "12345678"))
                .expectProblem(422, "PASSWORD_TOO_WEAK");
        JsonNode pair = elsewhere()
                .as(unchanged)
                .post("/hq/v1/login/password", Map.of("currentPassword", first, "newPassword", "Kaimen-Daji-8"))
                .expect(200)
                .json();

        introspect(login.path("accessToken").asString()).expectProblem(401, "TOKEN_UNKNOWN");
        JsonNode after =
                introspect(pair.path("accessToken").asString()).expect(200).json();
        assertThat(after.path("rights")).hasSize(Right.values().length);
        assertThat(after.path("chainWide").asBoolean()).isTrue();
        login("hq", "hq", first).expectProblem(401, "LOGIN_REFUSED");
        login("hq", "HQ", "Kaimen-Daji-8").expect(200);
    }

    @Test
    void aClerkSignsInToHisStoreAndOnlyThere() {
        Shops.Shop shop = Shops.open(api);
        JsonNode login =
                login("store", shop.clerk().login(), Shops.PASSWORD).expect(200).json();
        JsonNode identity =
                introspect(login.path("accessToken").asString()).expect(200).json();
        assertThat(identity.path("realm").asString()).isEqualTo("STAFF");
        assertThat(identity.path("storeId").asString()).isEqualTo(shop.id().text());
        assertThat(identity.path("chainWide").asBoolean()).isFalse();
        assertThat(identity.path("rights").toString()).contains("ORDERS_SELL").doesNotContain("STAFF_WRITE");
        login("hq", shop.clerk().login(), Shops.PASSWORD).expectProblem(401, "LOGIN_REFUSED");
    }

    @Test
    void whoWorksInTwoStoresChooses() {
        Shops.Shop one = Shops.open(api);
        Shops.Shop two = Shops.open(api);
        api.as(TestCallers.headquarters())
                .put(
                        "/hq/v1/staff/" + one.clerk().staffId(),
                        Map.of(
                                "name",
                                "李",
                                "role",
                                "CLERK",
                                "storeIds",
                                List.of(one.id().text(), two.id().text())))
                .expect(200);

        login("store", one.clerk().login(), Shops.PASSWORD).expectProblem(409, "STORE_NEEDED");
        JsonNode chosen = elsewhere()
                .post(
                        "/store/v1/login",
                        Map.of(
                                "login", one.clerk().login(),
                                "password", Shops.PASSWORD,
                                "storeId", two.id().text()))
                .expect(200)
                .json();

        JsonNode identity = introspect(chosen.path("accessToken").asString()).json();
        assertThat(identity.path("storeIds").toString())
                .contains(two.id().text())
                .doesNotContain(one.id().text());
    }

    @Test
    void unknownNamesAndWrongPasswordsAreAnsweredAlikeAndFiveTriesAreBorne() {
        Shops.Shop shop = Shops.open(api);
        Api here = Shops.fromElsewhere(api);
        Api.Answer wrong = tryIn(here, shop.clerk().login(), "wrong-password").expectProblem(401, "LOGIN_REFUSED");
        Api.Answer unknown =
                tryIn(here, shop.code() + "-nobody", "wrong-password").expectProblem(401, "LOGIN_REFUSED");
        assertThat(wrong.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        for (int i = 0; i < 4; i++) {
            tryIn(here, shop.clerk().login(), "wrong-password").expect(401);
        }
        tryIn(here, shop.clerk().login(), Shops.PASSWORD).expectProblem(429, "TOO_MANY_TRIES");
        tryIn(Shops.fromElsewhere(api), shop.clerk().login(), Shops.PASSWORD).expect(200);
        clock.advance(Duration.ofMinutes(16));
        tryIn(here, shop.clerk().login(), Shops.PASSWORD).expect(200);
    }

    @Test
    void parallelGuessesAreCountedBeforeTheyAreCompared() {
        Shops.Shop shop = Shops.open(api);
        Api here = Shops.fromElsewhere(api);
        long compared = Race.run(
                        12,
                        i -> () ->
                                tryIn(here, shop.clerk().login(), "guess-" + i).status())
                .stream()
                .filter(outcome -> Integer.valueOf(401).equals(outcome.value()))
                .count();
        assertThat(compared).isEqualTo(5);
    }

    @Test
    void whoIsDismissedBetweenHisPasswordAndHisTokensGetsNone() {
        Shops.Shop shop = Shops.open(api);
        StaffCredentials.Account checked =
                staff.byLogin(LoginName.of(shop.clerk().login())).orElseThrow();
        api.as(TestCallers.headquarters())
                .post("/hq/v1/staff/" + shop.clerk().staffId() + "/leave", Map.of())
                .expect(200);
        assertThatThrownBy(() -> begin.begin(checked, shop.id(), null, false)).hasMessageContaining("LOGIN_REFUSED");
    }

    @Test
    void tokensEndInTime() {
        Shops.Shop shop = Shops.open(api);
        JsonNode login =
                login("store", shop.clerk().login(), Shops.PASSWORD).expect(200).json();
        clock.advance(Duration.ofMinutes(31));
        introspect(login.path("accessToken").asString()).expect(401);
        JsonNode next = refresh("store", login).expect(200).json();
        clock.advance(Duration.ofDays(31));
        refresh("store", next).expect(401);
    }

    @Test
    void signingOutEndsTheLoginAndTheGatewaysCopy() {
        Shops.Shop shop = Shops.open(api);
        JsonNode login =
                login("store", shop.clerk().login(), Shops.PASSWORD).expect(200).json();
        String token = login.path("accessToken").asString();
        String cached = "mendian:token:" + Secrets.hash(token);
        redis.opsForValue().set(cached, "{}");
        long staff = Long.parseLong(shop.clerk().staffId());

        api.as(TestCallers.clerk(staff + 1, shop.id()))
                .post(
                        "/store/v1/login/logout",
                        Map.of("refreshToken", login.path("refreshToken").asString()))
                .expect(204);
        introspect(token).expect(200);
        api.as(TestCallers.clerk(staff, shop.id()))
                .post(
                        "/store/v1/login/logout",
                        Map.of("refreshToken", login.path("refreshToken").asString()))
                .expect(204);

        introspect(token).expect(401);
        assertThat(redis.opsForValue().get(cached)).isEqualTo("ask");
        assertThat(redis.getExpire(cached)).isBetween(1L, 10L);
    }

    @Test
    void noTokenNoPasswordAndNoNameIsKeptInTheClear() {
        Shops.Shop shop = Shops.open(api);
        JsonNode login =
                login("store", shop.clerk().login(), Shops.PASSWORD).expect(200).json();
        String everything = jdbc.queryForList("SELECT * FROM staff").toString()
                + jdbc.queryForList("SELECT * FROM access_token")
                + jdbc.queryForList("SELECT * FROM refresh_token")
                + jdbc.queryForList("SELECT * FROM outbox")
                + jdbc.queryForList("SELECT * FROM audit_entry")
                + jdbc.queryForList("SELECT * FROM idempotency");
        assertThat(everything)
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(Shops.PASSWORD)
                .doesNotContain(login.path("accessToken").asString())
                .doesNotContain(login.path("refreshToken").asString())
                .doesNotContain("李小店");
    }

    private Api.Answer login(String realm, String login, String password) {
        return elsewhere().post("/" + realm + "/v1/login", Map.of("login", login, "password", password));
    }

    private Api.Answer tryIn(Api from, String login, String password) {
        return from.post("/store/v1/login", Map.of("login", login, "password", password));
    }

    private Api.Answer refresh(String realm, JsonNode pair) {
        return api.post(
                "/" + realm + "/v1/login/refresh",
                Map.of("refreshToken", pair.path("refreshToken").asString()));
    }

    private Api.Answer introspect(String token) {
        return api.as(Caller.machine("gateway")).post("/internal/v1/tokens/introspect", Map.of("token", token));
    }

    private Api elsewhere() {
        return Shops.fromElsewhere(api);
    }
}
