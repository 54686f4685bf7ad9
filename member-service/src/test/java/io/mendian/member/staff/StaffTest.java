package io.mendian.member.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.StoreId;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class StaffTest {

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void hiringAgainWithItsKeyGivesTheSameAnswerAndOneAccount() {
        Shops.Shop shop = Shops.open(api);
        Map<String, Object> wish = person("CLERK", shop.id());
        long before = people(shop);
        Api mine = manager(shop).withKey("hire-" + UUID.randomUUID());
        String first = mine.post("/store/v1/staff", wish).expect(201).body();
        assertThat(mine.post("/store/v1/staff", wish).expect(201).body()).isEqualTo(first);
        assertThat(people(shop)).isEqualTo(before + 1);
    }

    private long people(Shops.Shop shop) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM staff_store WHERE store_id = ?",
                Long.class,
                shop.id().value());
    }

    @Test
    void leavingEndsTheTokensAtOnce() {
        Shops.Shop shop = Shops.open(api);
        String token = signIn(shop.clerk());
        introspect(token).expect(200);

        manager(shop)
                .post("/store/v1/staff/" + shop.clerk().staffId() + "/leave", Map.of())
                .expect(200);

        introspect(token).expectProblem(401, "TOKEN_UNKNOWN");
        Shops.fromElsewhere(api)
                .post("/store/v1/login", Map.of("login", shop.clerk().login(), "password", Shops.PASSWORD))
                .expectProblem(401, "LOGIN_REFUSED");
        manager(shop)
                .post("/store/v1/staff/" + shop.clerk().staffId() + "/leave", Map.of())
                .expect(200);
        assertThat(audits("STAFF_LEFT", "staff:" + shop.clerk().staffId())).isEqualTo(1);
    }

    @Test
    void whoSignsInWhileHeIsDismissedHoldsNoLiveToken() {
        Shops.Shop shop = Shops.open(api);
        signIn(shop.clerk());
        String path = "/store/v1/staff/" + shop.clerk().staffId() + "/leave";
        Race.run(
                6,
                i -> () -> i == 0
                        ? manager(shop).post(path, Map.of()).status()
                        : Shops.fromElsewhere(api)
                                .post(
                                        "/store/v1/login",
                                        Map.of("login", shop.clerk().login(), "password", Shops.PASSWORD))
                                .status());
        Long live = jdbc.queryForObject(
                "SELECT COUNT(*) FROM login_family WHERE subject = ? AND revoked_at IS NULL",
                Long.class,
                Long.parseLong(shop.clerk().staffId()));
        assertThat(live).isZero();
    }

    @Test
    void aManagersReachEndsAtHisStore() {
        Shops.Shop own = Shops.open(api);
        Shops.Shop other = Shops.open(api);
        Api manager = manager(own);

        Api.Answer stranger =
                manager.get("/store/v1/staff/" + other.clerk().staffId()).expectProblem(404, "NOT_FOUND");
        Api.Answer missing = manager.get("/store/v1/staff/99").expectProblem(404, "NOT_FOUND");
        assertThat(stranger.json().path("detail")).isEqualTo(missing.json().path("detail"));
        manager.post("/store/v1/staff/" + other.clerk().staffId() + "/leave", Map.of())
                .expect(404);
        manager.post("/store/v1/staff/" + other.clerk().staffId() + "/password", Map.of())
                .expect(404);
        manager.put("/store/v1/staff/" + other.clerk().staffId(), person("CLERK", own.id()))
                .expect(404);
        manager.get("/store/v1/staff?storeId=" + other.id()).expect(404);
        manager.post("/store/v1/staff", person("CLERK", other.id())).expectProblem(422, "STORE_UNKNOWN");
        assertThat(manager.get("/store/v1/staff").expect(200).json()).hasSize(3);
    }

    @Test
    void everybodySeesHisOwnAccount() {
        Shops.Shop shop = Shops.open(api);
        JsonNode me = manager(shop).get("/store/v1/me").expect(200).json();
        assertThat(me.path("name").asString()).isEqualTo("王店长");
        assertThat(me.path("role").asString()).isEqualTo("STORE_MANAGER");
    }

    @Test
    void nobodyGivesRightsHeLacks() {
        Shops.Shop shop = Shops.open(api);
        manager(shop).post("/store/v1/staff", person("CLERK", shop.id())).expect(201);
        manager(shop).post("/store/v1/staff", person("HQ_ADMIN", shop.id())).expectProblem(403, "ROLE_ABOVE_YOURS");
        manager(shop).post("/store/v1/staff", person("HQ_VIEWER", shop.id())).expectProblem(403, "ROLE_ABOVE_YOURS");
        manager(shop)
                .put("/store/v1/staff/" + shop.clerk().staffId(), person("REGION_MANAGER", shop.id()))
                .expect(422);
        manager(shop)
                .post("/store/v1/staff/" + shop.manager().staffId() + "/leave", Map.of())
                .expectProblem(409, "NOT_YOURSELF");
        api.as(new Caller(Realm.STAFF, "5", shop.id(), false, Set.of(shop.id()), Role.CLERK.rights()))
                .post("/store/v1/staff", person("CLERK", shop.id()))
                .expect(403);
    }

    @Test
    void aManagerCannotDismissWhoAlsoWorksElsewhere() {
        Shops.Shop own = Shops.open(api);
        Shops.Shop other = Shops.open(api);
        api.as(TestCallers.headquarters())
                .put(
                        "/hq/v1/staff/" + own.clerk().staffId(),
                        Map.of(
                                "name",
                                "李",
                                "role",
                                "CLERK",
                                "storeIds",
                                List.of(own.id().text(), other.id().text())))
                .expect(200);
        manager(own)
                .post("/store/v1/staff/" + own.clerk().staffId() + "/leave", Map.of())
                .expectProblem(409, "STAFF_WORKS_ELSEWHERE");
    }

    @Test
    void aMoveToAnotherStoreEndsTheOldStoresToken() {
        Shops.Shop own = Shops.open(api);
        Shops.Shop other = Shops.open(api);
        String token = signIn(own.clerk());
        api.as(TestCallers.headquarters())
                .put("/hq/v1/staff/" + own.clerk().staffId(), person("COACH", other.id()))
                .expect(200);
        introspect(token).expect(401);
        JsonNode now = introspect(signIn(own.clerk())).expect(200).json();
        assertThat(now.path("storeId").asString()).isEqualTo(other.id().text());
        assertThat(now.path("rights").toString()).doesNotContain("ORDERS_SELL");
    }

    @Test
    void aRegionManagerReachesTheStoresBelowHisRegion() {
        String region = "/区" + UUID.randomUUID().toString().substring(0, 8);
        Shops.Shop below = Shops.open(api, region + "/市");
        Shops.Shop beside = Shops.open(api, region + "x/市");
        String login = "region-" + UUID.randomUUID().toString().substring(0, 8);
        api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/staff",
                        Map.of(
                                "name",
                                "周区域",
                                "role",
                                "REGION_MANAGER",
                                "login",
                                login,
                                "password",
                                Shops.PASSWORD,
                                "region",
                                region))
                .expect(201);
        JsonNode signedIn = Shops.fromElsewhere(api)
                .post("/hq/v1/login", Map.of("login", login, "password", Shops.PASSWORD))
                .expect(200)
                .json();
        JsonNode identity =
                introspect(signedIn.path("accessToken").asString()).expect(200).json();
        assertThat(identity.path("chainWide").asBoolean()).isFalse();
        assertThat(identity.path("storeIds").toString())
                .contains(below.id().text())
                .doesNotContain(beside.id().text());
    }

    @Test
    void aResetPasswordMustBeChanged() {
        Shops.Shop shop = Shops.open(api);
        String token = signIn(shop.clerk());
        String once = manager(shop)
                .post("/store/v1/staff/" + shop.clerk().staffId() + "/password", Map.of())
                .expect(200)
                .json()
                .path("oneTimePassword")
                .asString();
        introspect(token).expect(401);
        JsonNode login = Shops.fromElsewhere(api)
                .post("/store/v1/login", Map.of("login", shop.clerk().login(), "password", once))
                .expect(200)
                .json();
        assertThat(introspect(login.path("accessToken").asString()).json().path("rights"))
                .isEmpty();
    }

    private static Map<String, Object> person(String role, StoreId store) {
        return Map.of(
                "name",
                "新人",
                "role",
                role,
                "login",
                "new-" + UUID.randomUUID().toString().substring(0, 12),
                "password",
                Shops.PASSWORD,
                "storeIds",
                List.of(store.text()));
    }

    private Api manager(Shops.Shop shop) {
        return api.as(new Caller(
                Realm.STAFF,
                shop.manager().staffId(),
                shop.id(),
                false,
                Set.of(shop.id()),
                Role.STORE_MANAGER.rights()));
    }

    private String signIn(Shops.Person person) {
        return Shops.fromElsewhere(api)
                .post("/store/v1/login", Map.of("login", person.login(), "password", Shops.PASSWORD))
                .expect(200)
                .json()
                .path("accessToken")
                .asString();
    }

    private Api.Answer introspect(String token) {
        return api.as(Caller.machine("gateway")).post("/internal/v1/tokens/introspect", Map.of("token", token));
    }

    private long audits(String action, String subject) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE action = ? AND subject = ?", Long.class, action, subject);
    }
}
