package io.mendian.analytics.report;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values that a spreadsheet opens as text and numbers: UTF-8 with a mark, no cell can be a formula. */
final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String DANGEROUS = "=+-@\t\r\n|";

    private Csv() {}

    static String of(Breakdown.Table table) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        line(text, table.columns());
        table.rows().forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<?> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** Numbers are numbers, also negative ones; a text that a spreadsheet would compute gets an apostrophe in front. */
    static String cell(Object value) {
        String text = value.toString();
        if (value instanceof Number) {
            return text;
        }
        String stripped = text.stripLeading();
        if (!text.isEmpty()
                && (DANGEROUS.indexOf(text.charAt(0)) >= 0
                        || (!stripped.isEmpty() && DANGEROUS.indexOf(stripped.charAt(0)) >= 0))) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
