package io.mendian.analytics.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a chart or a file is broken down by. */
public enum Breakdown {
    DAY,
    MONTH,
    HOUR,
    STORE,
    REGION,
    PRODUCT,
    TENDER;

    public static Breakdown parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> ReportProblem.REPORT_UNKNOWN.with(
                        "known", Arrays.stream(values()).map(Breakdown::text).collect(Collectors.joining(", "))));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A report as names of columns and rows; the first column is the label, amounts are in the smallest unit. */
    record Table(List<String> columns, List<List<Object>> rows) {}
}
