package io.mendian.member.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Shops;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StaffTest extends StaffCase {

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
}
