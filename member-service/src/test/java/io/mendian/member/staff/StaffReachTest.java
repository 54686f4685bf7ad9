package io.mendian.member.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How far the rights of managers reach. */
class StaffReachTest extends StaffCase {

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
}
