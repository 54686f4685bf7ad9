package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Products are added, changed by version, and refused by name. */
@MendianTest
class SkuTest extends SkuSteps {

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
}
