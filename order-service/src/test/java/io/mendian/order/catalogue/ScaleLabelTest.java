package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.StatementCounter;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class ScaleLabelTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    FakeInventory inventory;

    private Caller clerk;
    private long code;
    private SkuId apples;

    @BeforeEach
    void begin() {
        StoreId store = shop.store();
        clerk = shop.clerk(store);
        code = ThreadLocalRandom.current().nextLong(1, 100_000);
        api.as(TestCallers.headquarters())
                .put(
                        "/hq/v1/scale-layouts",
                        Map.of(
                                "layouts",
                                List.of(
                                        Map.of("pattern", "21IIIIIWWWWWC", "weightUnit", 1, "priceUnit", 1),
                                        Map.of("pattern", "22IIIIIPPPPPC", "weightUnit", 1, "priceUnit", 1),
                                        Map.of("pattern", "25IIIIIWWWWWPPPPPC", "weightUnit", 1, "priceUnit", 1))))
                .expect(200);
        apples = SkuId.parse(api.as(TestCallers.headquarters())
                .post("/hq/v1/skus", product("T" + Shop.id(), code))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void aWeightLabelIsPricedByItsWeightAndTakesGramsFromTheShelf() {
        String label = ScaleLayoutTest.label("21" + String.format("%05d", code) + "00456");
        JsonNode found = api.as(clerk)
                .get("/store/v1/skus/by-barcode/" + label)
                .expect(200)
                .json();
        assertThat(found.path("pack").path("grams").asLong()).isEqualTo(456);
        assertThat(found.path("pack").path("priceMinor").asLong()).isEqualTo(363);
        assertThat(found.path("pack").path("labelPrice").asBoolean()).isFalse();
        JsonNode sale = sell(label, 363);
        assertThat(sale.path("payableMinor").asLong()).isEqualTo(363);
        JsonNode line = sale.path("lines").get(0);
        assertThat(line.path("quantity").asLong()).isEqualTo(1);
        assertThat(line.path("unit").asString()).isEqualTo("456克");
        assertThat(line.path("explanations").get(0).path("text").asString()).isEqualTo("456 克 × 3.98 元/500 克");
        assertThat(inventory.held(apples)).isEqualTo(456);
    }

    @Test
    void aPriceOnTheLabelWinsOverTheComputedOneAndSaysSo() {
        String both = ScaleLayoutTest.label("25" + String.format("%05d", code) + "00456" + "00350");
        JsonNode sale = sell(both, 350);
        assertThat(sale.path("payableMinor").asLong()).isEqualTo(350);
        assertThat(sale.path("lines")
                        .get(0)
                        .path("explanations")
                        .get(0)
                        .path("text")
                        .asString())
                .isEqualTo("标签价 3.50 元，优先于按 456 克计算的 3.63 元");
        String price = ScaleLayoutTest.label("22" + String.format("%05d", code) + "00398");
        assertThat(sell(price, 398).path("lines").get(0).path("unit").asString())
                .isEqualTo("500克");
        assertThat(inventory.held(apples)).isEqualTo(956);
    }

    @Test
    void aScanCostsAFewStatementsWhateverWasScanned() {
        Api till = api.as(clerk);
        String label =
                "/store/v1/skus/by-barcode/" + ScaleLayoutTest.label("21" + String.format("%05d", code) + "00456");
        String ean = Eans.next();
        SkuId ignored = shop.goods(1000, ean);
        List<String> forLabel = StatementCounter.sentBy(() -> till.get(label).expect(200));
        assertThat(forLabel).as(String.join("\n", forLabel)).hasSizeLessThanOrEqualTo(5);
        List<String> forEan = StatementCounter.sentBy(
                () -> till.get("/store/v1/skus/by-barcode/" + ean).expect(200));
        assertThat(forEan).as(String.join("\n", forEan)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aLabelThatCannotBeRightIsRefused() {
        String good = ScaleLayoutTest.label("21" + String.format("%05d", code) + "00456");
        char last = good.charAt(12) == '9' ? '0' : (char) (good.charAt(12) + 1);
        api.as(clerk)
                .get("/store/v1/skus/by-barcode/" + good.substring(0, 12) + last)
                .expectProblem(400, "SCALE_LABEL_BAD");
        api.as(clerk)
                .get("/store/v1/skus/by-barcode/" + ScaleLayoutTest.label("21" + String.format("%05d", code) + "00000"))
                .expectProblem(400, "SCALE_LABEL_BAD");
        api.as(clerk)
                .get("/store/v1/skus/by-barcode/" + ScaleLayoutTest.label("230000000001"))
                .expectProblem(404, "SKU_BARCODE_UNKNOWN");
        api.as(TestCallers.headquarters())
                .post("/hq/v1/skus", product("T" + Shop.id(), code))
                .expectProblem(409, "SCALE_CODE_TAKEN");
        api.as(TestCallers.headquarters())
                .put(
                        "/hq/v1/scale-layouts",
                        Map.of("layouts", List.of(Map.of("pattern", "31IIIIIWWWWWC", "weightUnit", 1, "priceUnit", 1))))
                .expectProblem(400, "SCALE_LAYOUT_INVALID");
    }

    private JsonNode sell(String barcode, long cash) {
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(Map.of("barcode", barcode, "quantity", 1)),
                                "cash", Map.of("receivedMinor", cash)))
                .expect(201)
                .json();
    }

    private static Map<String, Object> product(String sku, long code) {
        Map<String, Object> product = new HashMap<>();
        product.put("code", sku);
        product.put("kind", "GOODS");
        product.put("name", "红富士苹果");
        product.put("unit", "500克");
        product.put("listPriceMinor", 398);
        product.put("scale", Map.of("code", code, "perGrams", 500));
        return product;
    }
}
