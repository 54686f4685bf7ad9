package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {

    private static final List<String[]> ROWS = DemoCatalogue.table("77")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();

    @Test
    void everyRowFillsTheColumnsOfTheHead() {
        assertThat(ROWS)
                .hasSizeGreaterThan(18)
                .allSatisfy(row -> assertThat(row).hasSize(14));
    }

    @Test
    void everyBarcodeIsAnEan13OfItsOwn() {
        List<String> barcodes =
                ROWS.stream().map(row -> row[7]).filter(code -> !code.isEmpty()).toList();

        assertThat(barcodes).hasSizeGreaterThan(12).doesNotHaveDuplicates().allMatch(DemoCatalogueTest::isEan13);
    }

    @Test
    void theRechargeNamesThePackageThatWasMade() {
        assertThat(ROWS).filteredOn(row -> row[1].equals("充值")).allMatch(row -> row[13].equals("77"));
    }

    private static boolean isEan13(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return code.length() == 13 && sum % 10 == 0;
    }
}
