package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.order.catalogue.SheetRow.SheetCell;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void theSameTableReadsTheSameInEveryEncoding() {
        String table = "编码,名称\r\nA-1,\"龙井,\"\"特级\"\"\"\r\n\r\nA-2,红茶\n";
        byte[] utf8 = table.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE);
        byte[] gb18030 = table.getBytes(Charset.forName("GB18030"));
        List<List<String>> wanted = List.of(List.of("编码", "名称"), List.of("A-1", "龙井,\"特级\""), List.of("A-2", "红茶"));
        for (byte[] file : List.of(utf8, marked, utf16, gb18030)) {
            assertThat(texts(Sheet.read(file))).isEqualTo(wanted);
        }
    }

    @Test
    void rowNumbersAreThoseThatASpreadsheetShows() {
        Sheet sheet = Sheet.read("code\n\nA\n\"two\nlines\"\nB".getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.rows()).extracting(SheetRow::number).containsExactly(1, 3, 4, 5);
    }

    @Test
    void textInNeitherEncodingIsRefused() {
        byte[] broken = "code,name\nA,".getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 1] = (byte) 0xFF;
        assertThatThrownBy(() -> Sheet.read(broken)).hasMessageContaining("IMPORT_FILE_UNREADABLE");
    }

    @Test
    void aQuotationThatNeverEndsIsRefusedWithItsRow() {
        assertThatThrownBy(() -> Sheet.read("code,name\nA,\"x\nB,y".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("2");
    }

    @Test
    void oldExcelEmptyAndBinaryFilesAreRefused() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        for (byte[] file : List.of(old, new byte[0], new byte[] {65, 0, 66}, "\n\n".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> Sheet.read(file)).hasMessageContaining("IMPORT_FILE_UNREADABLE");
        }
    }

    @Test
    void aWorkbookCutAnywhereIsRefusedAndNeverRunsWild() {
        byte[] whole = Workbooks.xlsx(List.of(List.of("code", "name"), List.of("A", "Tea")));
        for (int length = 4; length < whole.length; length += 37) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Sheet.read(cut)).hasMessageContaining("IMPORT_FILE_UNREADABLE");
        }
    }

    @Test
    void aDamagedWorkbookIsReadOrRefusedButNeverFailsOtherwise() {
        byte[] whole = Workbooks.xlsx(List.of(List.of("code", "name"), List.of("A", "Tea")));
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(Sheet.read(damaged)).isNotNull();
            } catch (io.mendian.runtime.problem.ProblemException e) {
                assertThat(e.problem()).isIn(SkuProblem.IMPORT_FILE_UNREADABLE, SkuProblem.IMPORT_TOO_LARGE);
            }
        }
    }

    @Test
    void aWorkbookThatUnpacksToFarTooMuchIsRefused() {
        assertThatThrownBy(() -> Sheet.read(Workbooks.bomb())).hasMessageContaining("IMPORT_TOO_LARGE");
    }

    @Test
    void entitiesOfAWorkbookAreNeverFollowed(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws java.io.IOException {
        java.nio.file.Path secret = java.nio.file.Files.writeString(folder.resolve("secret.txt"), "TOPSECRET");
        byte[] file = Workbooks.withEntities(secret.toUri().toString());
        try {
            assertThat(Sheet.read(file).toString()).doesNotContain("TOPSECRET").doesNotContain("aaaa");
        } catch (io.mendian.runtime.problem.ProblemException e) {
            assertThat(e.problem()).isEqualTo(SkuProblem.IMPORT_FILE_UNREADABLE);
        }
    }

    @Test
    void moreThanFiftyThousandRowsAreRefused() {
        String rows = "code\n" + "A\n".repeat(Sheet.MOST_ROWS);
        assertThat(Sheet.read(rows.getBytes(StandardCharsets.UTF_8)).rows()).hasSize(Sheet.MOST_ROWS + 1);
        assertThatThrownBy(() -> Sheet.read((rows + "B\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("IMPORT_TOO_LARGE");
    }

    @Test
    void numbersOfAWorkbookReadAsAPersonWroteThem() {
        Sheet sheet = Sheet.read(Workbooks.xlsx(
                List.of(List.of("ean", "price"), List.of(6901234567892d, 19.899999999999999), List.of(1e9, 12.5))));
        assertThat(texts(sheet))
                .containsExactly(
                        List.of("ean", "price"), List.of("6901234567892", "19.9"), List.of("1000000000", "12.5"));
    }

    @Test
    void formulasAreSeenInBothFormats() {
        Sheet csv = Sheet.read("a,b,c,d\n=1+1,@x,-5,+86 139\n".getBytes(StandardCharsets.UTF_8));
        assertThat(csv.rows().get(1).cells()).extracting(SheetCell::formula).containsExactly(true, true, false, false);
        Sheet xlsx = Sheet.read(Workbooks.xlsx(List.of(List.of("a"), List.of(new Workbooks.Formula("1+1", "2")))));
        assertThat(xlsx.rows().get(1).cell(0).formula()).isTrue();
    }

    private static List<List<String>> texts(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.cells().stream().map(SheetCell::text).toList())
                .toList();
    }
}
