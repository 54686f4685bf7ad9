package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class SkuTest {

    private static final Caller CLERK = TestCallers.clerk(7, StoreId.of(71), Right.ORDERS_SELL);
    private static final Caller MEMBER = TestCallers.member(MemberKey.of(72));

    @Autowired
    Api api;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    SkuQueries queries;

    @Autowired
    JdbcTemplate jdbc;

    private Api hq;

    @BeforeEach
    void signIn() {
        hq = api.as(TestCallers.headquarters()).with("Accept-Language", "en");
    }

    @Test
    void addingAgainWithItsKeyGivesTheSameProduct() {
        Map<String, Object> tea = goods(Eans.code("again"), Eans.next());
        Api mine = hq.withKey("add-" + tea.get("code"));
        String first = mine.post("/hq/v1/skus", tea).expect(201).body();
        assertThat(mine.post("/hq/v1/skus", tea).expect(201).body()).isEqualTo(first);
        hq.post("/hq/v1/skus", tea).expectProblem(409, "SKU_CODE_TAKEN");
    }

    @Test
    void aProductIsSeenEverywhereAndPublishedAsVersionOne() {
        String ean = Eans.next();
        JsonNode made =
                hq.post("/hq/v1/skus", goods(Eans.code("tea"), ean)).expect(201).json();
        String id = made.path("id").asString();
        assertThat(hq.get("/hq/v1/skus/" + id).expect(200).json()).isEqualTo(made);
        JsonNode scanned = api.as(CLERK)
                .get("/store/v1/skus/by-barcode/" + ean)
                .expect(200)
                .json();
        assertThat(scanned.path("skuId").asString()).isEqualTo(id);
        assertThat(scanned.path("listPriceMinor").asLong()).isEqualTo(4800);
        assertThat(api.as(MEMBER)
                        .get("/app/v1/catalogue/" + id)
                        .expect(200)
                        .json()
                        .path("memberPriceMinor")
                        .asLong())
                .isEqualTo(4500);
        assertThat(api.as(Caller.machine("inventory-service"))
                        .get("/internal/v1/skus/" + id)
                        .expect(200)
                        .json())
                .isEqualTo(made);
        assertThat(outbox.events(SkuPublished.class, id)).singleElement().satisfies(event -> {
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.barcodes()).containsExactly(ean);
            assertThat(event.currency()).isEqualTo("CNY");
        });
    }

    @Test
    void aChangeIsTheNextVersionAndTheNextReadSeesIt() {
        Map<String, Object> tea = goods(Eans.code("tea"), Eans.next());
        String id = create(tea);
        assertThat(queries.require(SkuId.parse(id)).listPriceMinor()).isEqualTo(4800);
        tea.put("listPriceMinor", 5200);
        tea.put("version", 1);
        hq.put("/hq/v1/skus/" + id, tea).expect(200);
        assertThat(queries.require(SkuId.parse(id)).listPriceMinor()).isEqualTo(5200);
        assertThat(outbox.events(SkuPublished.class, id))
                .extracting(SkuPublished::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void theSameContentAgainChangesNothing() {
        Map<String, Object> tea = goods(Eans.code("tea"), Eans.next());
        String id = create(tea);
        tea.put("version", 1);
        assertThat(hq.put("/hq/v1/skus/" + id, tea)
                        .expect(200)
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(1);
        assertThat(outbox.events(SkuPublished.class, id)).hasSize(1);
    }

    @Test
    void whoeverReadAnOldVersionIsToldThePresentOne() {
        Map<String, Object> tea = goods(Eans.code("tea"), Eans.next());
        String id = create(tea);
        tea.put("name", "Second");
        tea.put("version", 1);
        hq.put("/hq/v1/skus/" + id, tea).expect(200);
        tea.put("name", "Third");
        Api.Answer refusal = hq.put("/hq/v1/skus/" + id, tea).expectProblem(409, "SKU_CHANGED_MEANWHILE");
        assertThat(refusal.json().path("facts").path("version").asLong()).isEqualTo(2);
    }

    @Test
    void ofParallelChangesToOneVersionOneWins() {
        Map<String, Object> tea = goods(Eans.code("tea"), Eans.next());
        String id = create(tea);
        List<Race.Outcome<Integer>> outcomes = Race.run(8, i -> () -> {
            Map<String, Object> mine = new HashMap<>(tea);
            mine.put("listPriceMinor", 6000 + i);
            mine.put("version", 1);
            return hq.put("/hq/v1/skus/" + id, mine).status();
        });
        assertThat(outcomes)
                .extracting(Race.Outcome::value)
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(jdbc.queryForObject("SELECT version FROM sku WHERE id = ?", Long.class, id))
                .isEqualTo(2);
        assertThat(outbox.events(SkuPublished.class, id)).hasSize(2);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sku_barcode WHERE sku_id = ?", Long.class, id))
                .isEqualTo(1);
    }

    @Test
    void ofParallelProductsWithOneBarcodeOneIsMade() {
        String ean = Eans.next();
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8, i -> () -> hq.post("/hq/v1/skus", goods(Eans.code("b"), ean)).status());
        assertThat(outcomes)
                .extracting(Race.Outcome::value)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sku_barcode WHERE barcode = ?", Long.class, ean))
                .isEqualTo(1);
    }

    @Test
    void aTakenCodeOrBarcodeIsRefusedByName() {
        String ean = Eans.next();
        String code = Eans.code("tea");
        create(goods(code, ean));
        hq.post("/hq/v1/skus", goods(code, Eans.next())).expectProblem(409, "SKU_CODE_TAKEN");
        Api.Answer refusal = hq.post("/hq/v1/skus", goods(Eans.code("x"), ean)).expectProblem(409, "SKU_BARCODE_TAKEN");
        assertThat(refusal.json().path("detail").asString()).contains(ean).contains(code);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Map<String, Object> bad = goods("tea 1", "6901234567893");
        bad.put("memberPriceMinor", 9999);
        bad.put("durationMinutes", 30);
        String detail = hq.post("/hq/v1/skus", bad)
                .expectProblem(400, "SKU_INVALID")
                .json()
                .path("detail")
                .asString();
        assertThat(detail).contains("code:", "6901234567892", "memberPrice:", "durationMinutes:");
    }

    @Test
    void aCardNeedsTermsWhoseServicesExist() {
        String service = create(service(Eans.code("cut")));
        Map<String, Object> card = new HashMap<>(
                Map.of("code", Eans.code("card"), "kind", "CARD", "name", "Ten cuts", "listPriceMinor", 48000));
        hq.post("/hq/v1/skus", card).expectProblem(400, "SKU_INVALID");
        card.put("cardTerms", Map.of("kind", "PUNCH", "uses", 10, "validDays", 365, "serviceSkuIds", List.of("4711")));
        hq.post("/hq/v1/skus", card).expectProblem(400, "SKU_INVALID");
        card.put("cardTerms", Map.of("kind", "PERIOD", "uses", 3, "serviceSkuIds", List.of(service)));
        hq.post("/hq/v1/skus", card).expectProblem(400, "SKU_INVALID");
        card.put("cardTerms", Map.of("kind", "PUNCH", "uses", 10, "serviceSkuIds", List.of(service)));
        String id = create(card);
        assertThat(outbox.events(SkuPublished.class, id).getFirst().cardTerms().serviceSkuIds())
                .containsExactly(SkuId.parse(service));
    }

    @Test
    void aRetiredProductIsKnownButNotOnSale() {
        String ean = Eans.next();
        Map<String, Object> tea = goods(Eans.code("tea"), ean);
        String id = create(tea);
        tea.put("active", false);
        tea.put("version", 1);
        hq.put("/hq/v1/skus/" + id, tea).expect(200);
        api.as(CLERK).get("/store/v1/skus/by-barcode/" + ean).expectProblem(404, "SKU_BARCODE_UNKNOWN");
        String retired = notFound(id);
        assertThat(retired.replace(id, "4711")).isEqualTo(notFound("4711"));
        assertThat(queries.require(SkuId.parse(id)).active()).isFalse();
    }

    @Test
    void aKindNeverChanges() {
        Map<String, Object> tea = goods(Eans.code("tea"), Eans.next());
        String id = create(tea);
        tea.put("kind", "GIFT");
        tea.put("version", 1);
        hq.put("/hq/v1/skus/" + id, tea).expectProblem(400, "SKU_INVALID");
    }

    @Test
    void listsWalkInOrderOfCodeAndFindByTextAndBarcode() {
        String category = Eans.code("cat");
        String ean = Eans.next();
        for (String suffix : List.of("c", "a", "b")) {
            Map<String, Object> sku = goods(category + "." + suffix, suffix.equals("b") ? ean : Eans.next());
            sku.put("category", category);
            sku.put("name", "100%_" + suffix);
            create(sku);
        }
        JsonNode first =
                hq.get("/hq/v1/skus?limit=2&category=" + category).expect(200).json();
        assertThat(codes(first)).containsExactly(category + ".a", category + ".b");
        JsonNode second = hq.get("/hq/v1/skus?limit=2&category=" + category + "&after="
                        + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(codes(second)).containsExactly(category + ".c");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(codes(hq.get("/hq/v1/skus?q=" + ean).json())).containsExactly(category + ".b");
        assertThat(codes(hq.get("/hq/v1/skus?q=100%25_a&category=" + category).json()))
                .containsExactly(category + ".a");
        assertThat(codes(hq.get("/hq/v1/skus?q=0_a&category=" + category).json()))
                .isEmpty();
        assertThat(api.as(MEMBER)
                        .get("/app/v1/catalogue-categories")
                        .expect(200)
                        .body())
                .contains(category);
        assertThat(codes(api.as(CLERK).get("/store/v1/catalogue?q=" + category).json()))
                .hasSize(3);
    }

    @Test
    void theTakeoverProductIsHiddenAndCannotBeChanged() {
        assertThat(codes(hq.get("/hq/v1/skus?q=TAKEOVER").json())).isEmpty();
        Map<String, Object> change = goods("X", Eans.next());
        change.put("version", 1);
        hq.put("/hq/v1/skus/1", change).expectProblem(404, "SKU_NOT_FOUND");
        hq.post("/hq/v1/skus", goods("TAKEOVER", Eans.next())).expectProblem(400, "SKU_INVALID");
    }

    @Test
    void missingProductsAreNamedTogether() {
        String id = create(service(Eans.code("cut")));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> queries.require(List.of(SkuId.of(5), SkuId.parse(id), SkuId.of(6))))
                .hasMessageContaining("5, 6");
    }

    /** What a member is told, without the trace. */
    private String notFound(String id) {
        return api.as(MEMBER)
                .get("/app/v1/catalogue/" + id)
                .expectProblem(404, "SKU_NOT_FOUND")
                .body()
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private String create(Map<String, Object> sku) {
        return hq.post("/hq/v1/skus", sku).expect(201).json().path("id").asString();
    }

    private static List<String> codes(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    private static Map<String, Object> goods(String code, String ean) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "barcodes",
                List.of(ean),
                "kind",
                "GOODS",
                "name",
                "龙井茶",
                "category",
                "茶叶",
                "listPriceMinor",
                4800,
                "memberPriceMinor",
                4500));
    }

    private static Map<String, Object> service(String code) {
        return new HashMap<>(
                Map.of("code", code, "kind", "SERVICE", "name", "剪发", "listPriceMinor", 6000, "durationMinutes", 45));
    }
}
