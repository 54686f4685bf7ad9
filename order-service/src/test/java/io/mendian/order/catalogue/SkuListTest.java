package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.SkuId;
import io.mendian.testkit.MendianTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Products are listed, found, and retired. */
@MendianTest
class SkuListTest extends SkuSteps {

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
}
