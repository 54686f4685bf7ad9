package io.mendian.supervisor;

import java.util.List;
import java.util.Map;

/** A few members who joined by WeChat, with the phone numbers of simulated phones, and what they bought for cash. */
final class DemoMembers {

    private record Person(String name, String phone) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("林晓", "13800000001"),
            new Person("何静", "13800000002"),
            new Person("马超", "13800000003"),
            new Person("郑小北", "13800000004"));

    private final GatewayClient door;
    private final GatewayClient phones;

    /** {@code phones}: the simulated providers. */
    DemoMembers(GatewayClient door, GatewayClient phones) {
        this.door = door;
        this.phones = phones;
    }

    void join(DemoStore store) {
        for (Person person : PEOPLE) {
            String code = phones.post("/_sim/wechat/codes", Map.of("openid", "demo-" + person.phone))
                    .path("js_code")
                    .asString();
            String phone = phones.post("/_sim/wechat/phone-codes", Map.of("phone", person.phone))
                    .path("code")
                    .asString();
            door.signedIn(
                            "/app/v1/login/wechat",
                            Map.of("jsCode", code, "phoneCode", phone, "storeId", store.id(), "source", "demo"))
                    .put("/app/v1/me", Map.of("name", person.name));
        }
    }

    /** Sales at the tills of the stores; each member buys in every one. */
    void buy(List<DemoStore> stores, List<String> skuIds) {
        for (int s = 0; s < stores.size(); s++) {
            GatewayClient clerk = door.signedIn(
                    "/store/v1/login", Map.of("login", stores.get(s).clerkLogin(), "password", DemoLogins.PASSWORD));
            String sku = skuIds.get(s);
            for (int p = 0; p < PEOPLE.size(); p++) {
                Map<String, Object> sale = Map.of(
                        "lines", List.of(Map.of("skuId", sku, "quantity", 1 + (p + s) % 3)),
                        "memberPhone", PEOPLE.get(p).phone,
                        "cash", Map.of("receivedMinor", 100_000));
                clerk.patiently(() -> clerk.post("/store/v1/sales", sale));
            }
        }
    }
}
