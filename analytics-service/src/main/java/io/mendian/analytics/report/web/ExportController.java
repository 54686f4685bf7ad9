package io.mendian.analytics.report.web;

import io.mendian.analytics.report.Breakdown;
import io.mendian.analytics.report.ReportScope;
import io.mendian.analytics.report.ReportScopes;
import io.mendian.analytics.report.ReportTables;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports as files. */
@RestController
class ExportController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final ReportScopes scopes;
    private final ReportTables tables;

    ExportController(ReportScopes scopes, ReportTables tables) {
        this.scopes = scopes;
        this.tables = tables;
    }

    @Operation(
            summary = "A report as CSV (UTF-8 with byte order mark; no cell can be a formula)",
            description = "by: day, month, hour, store, region, product or tender; periods as in the reports. Needs the"
                    + " right EXPORT.")
    @GetMapping(path = "/hq/v1/reports/export", produces = CSV)
    @Allow(Right.EXPORT)
    ResponseEntity<String> headquarters(
            Caller caller,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return file(scopes.of(caller, storeId, from, to), Breakdown.parse(by));
    }

    @Operation(summary = "A report of the caller's own store as CSV", description = "As for headquarters.")
    @GetMapping(path = "/store/v1/reports/export", produces = CSV)
    @Allow(Right.EXPORT)
    ResponseEntity<String> store(
            Caller caller,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return file(scopes.ownStore(caller, from, to), Breakdown.parse(by));
    }

    private ResponseEntity<String> file(ReportScope scope, Breakdown by) {
        String name = "report-" + by.text() + ".csv";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, CSV)
                .body(tables.csv(scope, by));
    }
}
