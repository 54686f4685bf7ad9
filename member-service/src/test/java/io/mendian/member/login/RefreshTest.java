package io.mendian.member.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class RefreshTest {

    @Autowired
    Api api;

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheLogin() {
        Shops.Shop shop = Shops.open(api);
        JsonNode first =
                login("store", shop.clerk().login(), Shops.PASSWORD).expect(200).json();
        JsonNode second = refresh("store", first).expect(200).json();
        introspect(second.path("accessToken").asString()).expect(200);
        refresh("hq", second).expectProblem(401, "TOKEN_UNKNOWN");

        refresh("store", first).expectProblem(401, "TOKEN_UNKNOWN");

        introspect(second.path("accessToken").asString()).expectProblem(401, "TOKEN_UNKNOWN");
        introspect(first.path("accessToken").asString()).expect(401);
        refresh("store", second).expect(401);
    }

    @Test
    void parallelRefreshesGiveAtMostOnePair() {
        Shops.Shop shop = Shops.open(api);
        JsonNode first =
                login("store", shop.clerk().login(), Shops.PASSWORD).expect(200).json();
        long given = Race.run(8, i -> () -> refresh("store", first).status()).stream()
                .filter(outcome -> Integer.valueOf(200).equals(outcome.value()))
                .count();
        assertThat(given).isEqualTo(1);
        // the others showed that there is a copy
        introspect(first.path("accessToken").asString()).expect(401);
    }

    private Api.Answer login(String realm, String login, String password) {
        return Shops.fromElsewhere(api).post("/" + realm + "/v1/login", Map.of("login", login, "password", password));
    }

    private Api.Answer refresh(String realm, JsonNode pair) {
        return api.post(
                "/" + realm + "/v1/login/refresh",
                Map.of("refreshToken", pair.path("refreshToken").asString()));
    }

    private Api.Answer introspect(String token) {
        return api.as(Caller.machine("gateway")).post("/internal/v1/tokens/introspect", Map.of("token", token));
    }
}
