package io.mendian.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Members, made through the door that the till uses. */
public final class People {

    private People() {}

    /** A Chinese mobile number that nobody has. */
    public static String phone() {
        return "139" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }

    public static MemberKey joined(Api api, StoreId store, String phone) {
        return MemberKey.parse(api.as(Caller.machine("order-service"))
                .post("/internal/v1/members/by-phone", Map.of("phone", phone, "storeId", store.text(), "source", "POS"))
                .expect(200)
                .json()
                .path("memberKey")
                .asString());
    }
}
