package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Race;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SkuImportTest extends SkuImportCase {

    @Test
    void everyKindComesInAndTheSameFileAgainChangesNothing() {
        StoreId store = openStore(p + "S");
        String file = HEADER
                + p + "card,CARD,Ten cuts,Cards,,480.00,,,,10,365," + p + "cut," + p + "S\n"
                + p + "cut,服务,Cut,,,60,,,45,,,,\n"
                + p + "gym,期限卡,Gym,,,699,,,,,90,,\n"
                + p + "tea,GOODS,Tea,Tea,box,\"1,248.50\",45," + Eans.next() + "|" + Eans.next() + ",,,,,\n"
                + p + "bag,gift,Bag,,,0,,,,,,,\n";
        JsonNode first = upload(file, "");
        assertThat(counts(first)).containsExactly(5, 0, 5, 0, 0);
        JsonNode again = upload(file, "");
        assertThat(counts(again)).containsExactly(5, 0, 0, 0, 5);
        assertThat(jdbc.queryForObject("SELECT list_price_minor FROM sku WHERE code = ?", Long.class, p + "tea"))
                .isEqualTo(124_850);
        String card = jdbc.queryForObject("SELECT id FROM sku WHERE code = ?", String.class, p + "card");
        SkuPublished published = outbox.events(SkuPublished.class, card).getFirst();
        assertThat(published.cardTerms().serviceSkuIds())
                .extracting(id -> id.text())
                .containsExactly(jdbc.queryForObject("SELECT id FROM sku WHERE code = ?", String.class, p + "cut"));
        assertThat(published.cardTerms().storeIds()).containsExactly(store);
        assertThat(outbox.events(SkuPublished.class, card)).hasSize(1);
    }

    @Test
    void aDryRunListsEveryBadRowWithColumnReasonAndFixAndSavesNothing() {
        String ean = Eans.next();
        String file = HEADER
                + p + "1,GOODS,Tea,,,-5,,,,,,,\n"
                + p + "2,GOODS,Tea,,,1e9,,,,,,,\n"
                + p + "3,GOODS,Tea,,,12.345,,,,,,,\n"
                + p + "4,GOODS,Tea,,,twelve,,,,,,,\n"
                + p + "5,GOODS,Tea,,,12,13,,,,,,\n"
                + p + "6,GOODS,Tea,,,12,,6901234567893,,,,,\n"
                + p + "7,GOODS,Tea,,,12,," + ean + ",,,,,\n"
                + p + "8,GOODS,Tea,,,12,," + ean + ",,,,,\n"
                + p + "7,GOODS,Again,,,12,,,,,,,\n"
                + p + "9,SERVICE,Cut,,,12,,,,,,,\n"
                + p + "10,CARD,Card,,,12,,,,0,,,\n"
                + p + "11,CARD,Card,,,12,,,,5,,nowhere,\n"
                + p + "12,CARD,Card,,,12,,,,5,,,nostore\n"
                + p + "13,THING,Tea,,,12,,,,,,,\n"
                + p + "14,GOODS,,,,12,,,,,,,\n"
                + p + "15,GOODS,=cmd(),,,12,,,,,,,\n"
                + "no good,GOODS,Tea,,,12,,,,,,,\n"
                + p + "16,GOODS,Tea,,,,,,,,,,\n"
                + p + "17,GOODS,Tea,,,12,,6.9E+12,,,,,\n";
        JsonNode report = upload(file, "?dryRun=true");
        assertThat(report.path("written").asBoolean()).isFalse();
        assertThat(faults(report))
                .containsExactly(
                        "2 listPrice",
                        "3 listPrice",
                        "4 listPrice",
                        "5 listPrice",
                        "6 memberPrice",
                        "7 barcodes",
                        "9 barcodes",
                        "10 code",
                        "11 durationMinutes",
                        "12 uses",
                        "13 services",
                        "14 stores",
                        "15 kind",
                        "16 name",
                        "17 name",
                        "18 code",
                        "19 listPrice",
                        "20 barcodes");
        assertThat(report.path("good").asInt()).isEqualTo(1);
        assertThat(report.path("bad").asInt()).isEqualTo(18);
        report.path("faults").forEach(fault -> {
            assertThat(fault.path("reason").asString()).isNotBlank();
            assertThat(fault.path("fix").asString()).isNotBlank();
        });
        assertThat(report.path("faults").get(5).path("fix").asString()).contains("6901234567892");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sku WHERE code LIKE ?", Long.class, p + "%"))
                .isZero();
    }

    @Test
    void goodRowsGoInUnlessAllOrNothingIsAskedFor() {
        String file = HEADER + p + "good,GOODS,Tea,,,12,,,,,,,\n" + p + "bad,GOODS,Tea,,,-1,,,,,,,\n";
        JsonNode refused = upload(file, "?mode=all-or-nothing");
        assertThat(refused.path("written").asBoolean()).isFalse();
        assertThat(refused.path("created").asInt()).isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sku WHERE code LIKE ?", Long.class, p + "%"))
                .isZero();
        assertThat(counts(upload(file, ""))).containsExactly(1, 1, 1, 0, 0);
    }

    @Test
    void anothersBarcodeAndAnotherKindAreRefused() {
        String ean = Eans.next();
        upload(HEADER + p + "t,GOODS,Tea,,,12,," + ean + ",,,,,\n", "");
        JsonNode report = upload(
                HEADER + p + "u,GOODS,Tea,,,12,," + ean + ",,,,,\n" + p + "t,SERVICE,Tea,,,12,,,30,,,,\n",
                "?dryRun=true");
        assertThat(faults(report)).containsExactly("2 barcodes", "3 kind");
    }

    @Test
    void theSameFileSentInParallelMakesEachProductOnce() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // without barcodes, so that only the code tells two apart
            rows.add(p + "r" + i + ",GOODS,Tea,,,12,,,,,,,\n");
        }
        byte[] file = (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8, i -> () -> hq.upload("/hq/v1/skus/import", "p.csv", file).status());
        assertThat(outcomes).extracting(Race.Outcome::value).containsAnyOf(200).isSubsetOf(200, 409);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sku WHERE code LIKE ?", Long.class, p + "r%"))
                .isEqualTo(400);
        assertThat(counts(upload(new String(file, StandardCharsets.UTF_8), ""))).containsExactly(400, 0, 0, 0, 400);
        assertThat(jdbc.queryForObject("SELECT MAX(version) FROM sku WHERE code LIKE ?", Long.class, p + "r%"))
                .isEqualTo(1);
    }
}
