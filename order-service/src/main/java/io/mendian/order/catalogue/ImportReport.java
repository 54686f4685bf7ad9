package io.mendian.order.catalogue;

import java.util.List;

/**
 * What an import did, or with {@code dryRun} would do. {@code faults} lists every bad row; {@code written} says whether
 * anything could be saved (false for a dry run, and for mode all-or-nothing with a bad row).
 */
public record ImportReport(
        boolean dryRun,
        boolean written,
        String format,
        int rows,
        int good,
        int bad,
        int created,
        int changed,
        int unchanged,
        List<String> ignoredColumns,
        List<RowFault> faults) {

    /** One thing wrong in one row. {@code row} is the row number that a spreadsheet shows; {@code value} is cut to 30 characters. */
    public record RowFault(int row, String column, String value, String reason, String fix) {}
}
