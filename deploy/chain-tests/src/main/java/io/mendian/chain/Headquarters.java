package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** HQ of the chain under test: logs in with the one-time password of the first start, and changes it, once for all tests. */
final class Headquarters {

    private static final String PASSWORD = "Mendian-HQ-2026";
    private static final Headquarters INSTANCE = new Headquarters(ChainUnderTest.running());

    private final Door door;

    private Headquarters(ChainUnderTest chain) {
        String oneTime = chain.oneTimePassword();
        String first = chain.door()
                .post("/hq/v1/login", Map.of("login", "hq", "password", oneTime))
                .expect(200)
                .text("accessToken");
        assertThat(chain.door().as(first).get("/hq/v1/stores").status())
                .as("nothing is open before the password is changed")
                .isEqualTo(403);
        chain.door()
                .as(first)
                .post("/hq/v1/login/password", Map.of("currentPassword", oneTime, "newPassword", PASSWORD))
                .expect(200);
        assertThat(chain.door()
                        .post("/hq/v1/login", Map.of("login", "hq", "password", oneTime))
                        .status())
                .as("the one-time password works once")
                .isEqualTo(401);
        door = chain.door()
                .as(
                        "/hq",
                        chain.door()
                                .post("/hq/v1/login", Map.of("login", "hq", "password", PASSWORD))
                                .expect(200)
                                .json());
    }

    static Door door() {
        return INSTANCE.door;
    }
}
