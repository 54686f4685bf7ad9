package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class SkuImportTest {

    private static final String HEADER =
            "code,kind,name,category,unit,price,member price,barcodes,duration,uses,days,services,stores\n";

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    private Api hq;
    private final String p = Eans.code("i");

    @BeforeEach
    void signIn() {
        hq = api.as(TestCallers.headquarters()).with("Accept-Language", "en");
    }

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
    void gb18030AndChineseHeadersAreUnderstood() {
        String file =
                "商品编码,商品类型,商品名称,零售价,条码\r\n" + p + "龙,商品,龙井,48,\r\n" + p + "x,商品,龙井茶,￥48.00," + Eans.next() + "\r\n";
        JsonNode report = hq.upload("/hq/v1/skus/import", "p.csv", file.getBytes(Charset.forName("GB18030")))
                .expect(200)
                .json();
        assertThat(counts(report)).containsExactly(1, 1, 1, 0, 0);
        assertThat(report.path("format").asString()).contains("GB18030");
        assertThat(jdbc.queryForObject("SELECT name FROM sku WHERE code = ?", String.class, p + "x"))
                .isEqualTo("龙井茶");
    }

    @Test
    void aWorkbookIsUnderstoodAndItsFormulasAreNot() {
        byte[] file = Workbooks.xlsx(List.of(
                List.of("code", "kind", "name", "price", "ean"),
                List.of(p + "a", "GOODS", "Tea", 19.899999999999999, Double.parseDouble(Eans.next())),
                List.of(p + "b", "GOODS", "Tea", new Workbooks.Formula("1+1", "2"), "")));
        JsonNode report =
                hq.upload("/hq/v1/skus/import", "p.xlsx", file).expect(200).json();
        assertThat(faults(report)).containsExactly("3 listPrice");
        assertThat(jdbc.queryForObject("SELECT list_price_minor FROM sku WHERE code = ?", Long.class, p + "a"))
                .isEqualTo(1990);
    }

    @Test
    void aColumnThatTheFileLacksKeepsWhatTheProductHas() {
        String ean = Eans.next();
        upload(HEADER + p + "t,GOODS,Tea,Leaf,box,12,11," + ean + ",,,,,\n", "");
        JsonNode report = upload("code,kind,name,price\n" + p + "t,GOODS,Tea,13\n", "");
        assertThat(counts(report)).containsExactly(1, 0, 0, 1, 0);
        assertThat(jdbc.queryForMap("SELECT category, unit, member_price_minor FROM sku WHERE code = ?", p + "t"))
                .containsEntry("category", "Leaf")
                .containsEntry("unit", "box")
                .containsEntry("member_price_minor", 1100L);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM sku_barcode b JOIN sku s ON s.id = b.sku_id WHERE s.code = ?",
                        Long.class,
                        p + "t"))
                .isEqualTo(1);
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
    void unreadableFilesSayWhy() {
        for (String file :
                List.of("", "name,price\nTea,3\n", "code,code,kind,name,price\n", "code,kind,name,price\nA,\"x")) {
            hq.upload("/hq/v1/skus/import", "p.csv", file.getBytes(StandardCharsets.UTF_8))
                    .expectProblem(400, "IMPORT_FILE_UNREADABLE");
        }
        Api.Answer answer = hq.upload("/hq/v1/skus/import", "p.csv", "name,price\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.json().path("detail").asString()).contains("code", "kind");
        hq.upload("/hq/v1/skus/import?mode=perhaps", "p.csv", new byte[] {65}).expect(400);
    }

    @Test
    void theTemplateImportsWithoutAFault() {
        byte[] template = api.as(TestCallers.headquarters())
                .get("/hq/v1/skus/import/template")
                .expect(200)
                .body()
                .getBytes(StandardCharsets.UTF_8);
        JsonNode report = hq.upload("/hq/v1/skus/import?dryRun=true", "t.csv", template)
                .expect(200)
                .json();
        assertThat(report.path("faults").size()).as(report.toString()).isZero();
        assertThat(report.path("good").asInt()).isEqualTo(5);
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

    private JsonNode upload(String file, String query) {
        return hq.upload("/hq/v1/skus/import" + query, "p.csv", file.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    private StoreId openStore(String code) {
        StoreId id = StoreId.of(ThreadLocalRandom.current().nextLong(1L << 60));
        deliveries.deliver(
                new StoreOpened(id, code, "店", "RETAIL", "Asia/Shanghai", LocalTime.MIDNIGHT, null, Instant.EPOCH));
        return id;
    }

    private static List<Integer> counts(JsonNode report) {
        return List.of(
                report.path("good").asInt(),
                report.path("bad").asInt(),
                report.path("created").asInt(),
                report.path("changed").asInt(),
                report.path("unchanged").asInt());
    }

    private static List<String> faults(JsonNode report) {
        return report.path("faults")
                .valueStream()
                .map(fault ->
                        fault.path("row").asInt() + " " + fault.path("column").asString())
                .toList();
    }
}
