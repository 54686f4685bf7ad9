package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SkuImportFileTest extends SkuImportCase {

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
}
