package io.mendian.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Imports the demo products from a spreadsheet, as a chain would, and receives stock. A repeated import changes nothing. */
final class DemoCatalogue {

    private static final String PACKAGES = "/hq/v1/recharge-packages";
    private static final String PACKAGE_NAME = "充100送10";
    private static final long RECEIVED = 60;

    private final GatewayClient hq;

    DemoCatalogue(GatewayClient hq) {
        this.hq = hq;
    }

    /** The ids of all products by their code. */
    Map<String, String> publish() {
        hq.upload("/hq/v1/skus/import?dryRun=false&mode=all-or-nothing", "products.csv", table(rechargePackage()));
        Map<String, String> ids = new HashMap<>();
        for (JsonNode sku : hq.get("/hq/v1/skus?limit=200").path("items")) {
            ids.put(sku.path("code").asString(), sku.path("id").asString());
        }
        return ids;
    }

    /** What a store has on its shelves in the beginning; waits until inventory knows the products. */
    void receive(DemoStore store, Map<String, String> skus, List<String> codes) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String code : codes) {
            lines.add(Map.of(
                    "skuId", Objects.requireNonNull(skus.get(code)), "quantity", RECEIVED, "unitCostMinor", 900));
        }
        hq.patiently(() -> hq.post(
                "/hq/v1/stores/" + store.id() + "/stock/receipts",
                Map.of("documentNo", "DEMO-" + store.code(), "supplier", "演示供应商", "lines", lines)));
    }

    private String rechargePackage() {
        JsonNode before = Found.by(hq.get(PACKAGES), "name", PACKAGE_NAME);
        JsonNode made = before == null
                ? hq.post(PACKAGES, Map.of("name", PACKAGE_NAME, "principalMinor", 10_000, "bonusMinor", 1_000))
                : before;
        return made.path("id").asString();
    }

    static String table(String rechargePackage) {
        try (InputStream in = Objects.requireNonNull(DemoCatalogue.class.getResourceAsStream("/demo/products.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{充值方案}", rechargePackage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
