package io.mendian.member.staff;

import io.mendian.kernel.StoreId;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** People of a store and the rights they sign in with. */
@MendianTest
abstract class StaffCase {

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    long people(Shops.Shop shop) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM staff_store WHERE store_id = ?",
                Long.class,
                shop.id().value());
    }

    static Map<String, Object> person(String role, StoreId store) {
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

    Api manager(Shops.Shop shop) {
        return api.as(new Caller(
                Realm.STAFF,
                shop.manager().staffId(),
                shop.id(),
                false,
                Set.of(shop.id()),
                Role.STORE_MANAGER.rights()));
    }

    String signIn(Shops.Person person) {
        return Shops.fromElsewhere(api)
                .post("/store/v1/login", Map.of("login", person.login(), "password", Shops.PASSWORD))
                .expect(200)
                .json()
                .path("accessToken")
                .asString();
    }

    Api.Answer introspect(String token) {
        return api.as(Caller.machine("gateway")).post("/internal/v1/tokens/introspect", Map.of("token", token));
    }

    long audits(String action, String subject) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE action = ? AND subject = ?", Long.class, action, subject);
    }
}
