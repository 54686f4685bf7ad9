package io.mendian.member.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoreChanged;
import io.mendian.contracts.member.StoreOpened;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class StoreTest {

    @Autowired
    Api api;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void openingAStoreAgainWithItsKeyGivesTheSameAnswerAndOneStore() {
        String code = code();
        Map<String, Object> body = Shops.request(code, "华南/");
        body.put("manager", Map.of("name", "陈店长", "phone", "+86 139-0000-" + digits(code)));
        Api mine = hq().withKey("open-" + code);
        List<String> answers = Race.run(4, i -> () -> mine.post("/hq/v1/stores", body)).stream()
                .map(outcome -> outcome.value())
                .filter(answer -> answer.status() == 201)
                .map(Api.Answer::body)
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(mine.post("/hq/v1/stores", body).expect(201).body()).isEqualTo(answers.getFirst());
        assertThat(count("store WHERE code = '" + code + "'")).isEqualTo(1);
        String secret = mine.post("/hq/v1/stores", body)
                .json()
                .path("staff")
                .path(0)
                .path("oneTimePassword")
                .asString();
        assertThat(count("idempotency WHERE answer LIKE '%" + secret + "%'")).isZero();
    }

    @Test
    void oneCallOpensAStoreWithDefaultsPeopleAndAnEvent() {
        String code = code();
        Map<String, Object> body = Shops.request(code, "华南/深圳/");
        body.put("manager", Map.of("name", "陈店长", "phone", "+86 139-0000-" + digits(code)));

        JsonNode opened = hq().post("/hq/v1/stores", body).expect(201).json();

        String id = opened.path("storeId").asString();
        assertThat(opened.path("store").path("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(opened.path("store").path("region").asString()).isEqualTo("/华南/深圳");
        assertThat(opened.path("staff")).hasSize(3);
        assertThat(opened.path("staff").path(0).path("oneTimePassword").asString())
                .hasSize(16);
        assertThat(opened.path("staff").path(0).path("staff").path("login").asString())
                .startsWith("139****");
        assertThat(opened.path("staff").path(1).path("oneTimePassword").isNull())
                .isTrue();
        StoreOpened event = outbox.events(StoreOpened.class, id).getFirst();
        assertThat(event.code()).isEqualTo(code);
        assertThat(event.dayEnds()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(count("staff_store WHERE store_id = " + id)).isEqualTo(3);
    }

    @Test
    void aTakenLoginNameOpensNothing() {
        Shops.Shop shop = Shops.open(api);
        String code = code();
        Map<String, Object> body = Shops.request(code, "/华东");
        body.put("manager", Map.of("name", "王", "login", shop.manager().login(), "password", Shops.PASSWORD));

        hq().post("/hq/v1/stores", body).expectProblem(409, "LOGIN_NAME_TAKEN");

        assertThat(count("store WHERE code = '" + code + "'")).isZero();
    }

    @Test
    void parallelOpeningsOfOneCodeMakeOneStore() {
        String code = code();

        long made = Race.run(
                        6,
                        i -> () -> hq().post("/hq/v1/stores", Shops.request(code, "/华东"))
                                .status())
                .stream()
                .filter(outcome -> Integer.valueOf(201).equals(outcome.value()))
                .count();

        assertThat(made).isEqualTo(1);
        assertThat(count("store WHERE code = '" + code + "'")).isEqualTo(1);
    }

    @Test
    void aChangeIsToldAndAnOlderVersionRefused() {
        Shops.Shop shop = Shops.open(api);
        Map<String, Object> change = new HashMap<>(
                Map.of("name", "新名", "kind", "GYM", "zone", "Asia/Urumqi", "dayEnds", "04:00:00", "active", true));
        change.put("version", 1);

        hq().put("/hq/v1/stores/" + shop.id(), change).expect(200);
        hq().put("/hq/v1/stores/" + shop.id(), change).expectProblem(409, "STORE_CHANGED_MEANWHILE");

        StoreChanged event = outbox.events(StoreChanged.class, shop.id().text()).getFirst();
        assertThat(event.kind()).isEqualTo("GYM");
        assertThat(event.dayEnds()).isEqualTo(LocalTime.of(4, 0));
        change.put("zone", "Mars/Olympus");
        change.put("version", 2);
        hq().put("/hq/v1/stores/" + shop.id(), change).expectProblem(422, "ZONE_UNKNOWN");
    }

    @Test
    void aStoreOutOfReachAnswersLikeAMissingOne() {
        Shops.Shop own = Shops.open(api);
        Shops.Shop other = Shops.open(api);
        Api clerk = api.as(TestCallers.clerk(7, own.id(), Right.STORES_READ));

        Api.Answer stranger = clerk.get("/store/v1/stores/" + other.id()).expectProblem(404, "NOT_FOUND");
        Api.Answer missing = clerk.get("/store/v1/stores/99").expectProblem(404, "NOT_FOUND");

        assertThat(stranger.json().path("detail")).isEqualTo(missing.json().path("detail"));
        assertThat(clerk.get("/store/v1/stores").expect(200).json()).hasSize(1);
        assertThat(clerk.get("/store/v1/stores/" + own.id())
                        .expect(200)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(own.code());
    }

    @Test
    void headquartersOfSomeStoresReachesOnlyThem() {
        Shops.Shop own = Shops.open(api);
        Shops.Shop other = Shops.open(api);
        Api region = api.as(new Caller(
                Realm.HQ, "8", null, false, Set.of(own.id()), Set.of(Right.STORES_READ, Right.STORES_WRITE)));

        region.get("/hq/v1/stores/" + other.id()).expect(404);
        assertThat(region.get("/hq/v1/stores").expect(200).json()).hasSize(1);
        region.post("/hq/v1/stores", Shops.request(code(), "/华东")).expect(403);
    }

    @Test
    void servicesReadAnyStore() {
        Shops.Shop shop = Shops.open(api);
        JsonNode store = api.as(Caller.machine("order-service"))
                .get("/internal/v1/stores/" + shop.id())
                .expect(200)
                .json();
        assertThat(store.path("kind").asString()).isEqualTo("RETAIL");
        assertThat(store.path("storeId").asString()).isEqualTo(shop.id().text());
    }

    private Api hq() {
        return api.as(TestCallers.headquarters());
    }

    private static String code() {
        return "T" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String digits(String code) {
        return String.format("%04d", Math.floorMod(code.hashCode(), 10_000));
    }

    private long count(String what) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + what, Long.class);
    }
}
