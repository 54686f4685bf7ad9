package io.mendian.member.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MendianTest
class NewDeviceTest {

    @Autowired
    Api api;

    @Autowired
    Fakes.FakeSms sms;

    private final String phone = People.phone();

    @BeforeEach
    void aClerkWithAPhone() {
        Shops.Shop shop = Shops.open(api);
        api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/staff",
                        Map.of(
                                "name",
                                "孙小店",
                                "role",
                                "CLERK",
                                "phone",
                                phone,
                                "password",
                                Shops.PASSWORD,
                                "storeIds",
                                List.of(shop.id().text())))
                .expect(201);
        login("till-1", Map.of()).expect(200);
    }

    @Test
    void anUnseenDeviceGetsNoTokenUntilTheCodeSentToThePhoneIsGiven() {
        login("till-1", Map.of()).expect(200);
        Api.Answer refused = login("stolen-phone", Map.of()).expectProblem(403, "NEW_DEVICE");
        String session = refused.json().path("facts").path("session").asString();
        assertThat(refused.body()).doesNotContain("accessToken").doesNotContain(phone);

        login("stolen-phone", Map.of("codeSession", session, "code", wrong())).expectProblem(422, "CODE_REFUSED");
        login("stolen-phone", Map.of("codeSession", session, "code", sms.code("+86" + phone)))
                .expect(200);
        login("stolen-phone", Map.of()).expect(200);
    }

    @Test
    void aDeviceThatNamesItselfNotIsUnseenToo() {
        login(null, Map.of()).expectProblem(403, "NEW_DEVICE");
    }

    @Test
    void aWrongPasswordSendsNoCode() {
        Shops.fromElsewhere(api)
                .post("/store/v1/login", Map.of("login", phone, "password", "wrong-password", "deviceId", "x"))
                .expectProblem(401, "LOGIN_REFUSED");
        assertThat(sms.count("+86" + phone)).isZero();
    }

    private Api.Answer login(String device, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("login", "+86" + phone);
        body.put("password", Shops.PASSWORD);
        if (device != null) {
            body.put("deviceId", device);
        }
        return Shops.fromElsewhere(api).post("/store/v1/login", body);
    }

    private String wrong() {
        return sms.code("+86" + phone).equals("000000") ? "111111" : "000000";
    }
}
