package io.mendian.analytics.report.web;

import io.mendian.analytics.report.Breakdown;
import io.mendian.analytics.report.ProductQueries;
import io.mendian.analytics.report.ReportQueries;
import io.mendian.analytics.report.ReportScopes;
import io.mendian.analytics.report.ReportTables;
import io.mendian.analytics.report.Views;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A store's own figures; the store is the one the caller has signed in to. */
@RestController
@RequestMapping("/store/v1/reports")
class StoreReportController {

    private static final String PERIOD =
            "Business dates from and to, both included. Amounts in the smallest currency unit.";

    private final ReportScopes scopes;
    private final ReportQueries reports;
    private final ProductQueries products;
    private final ReportTables tables;

    StoreReportController(ReportScopes scopes, ReportQueries reports, ProductQueries products, ReportTables tables) {
        this.scopes = scopes;
        this.reports = reports;
        this.products = products;
        this.tables = tables;
    }

    @Operation(
            summary = "The store's members who bought, orders, pieces, revenue and money received",
            description = PERIOD)
    @GetMapping("/summary")
    @Allow(Right.REPORTS_READ)
    Views.Summary summary(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.summary(scopes.ownStore(caller, from, to));
    }

    @Operation(
            summary = "The store's figures by business date; at most 366 days, without dates the last 30",
            description = PERIOD)
    @GetMapping("/days")
    @Allow(Right.REPORTS_READ)
    List<Views.Day> days(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.days(scopes.ownStore(caller, from, to));
    }

    @Operation(summary = "The store's figures by month", description = PERIOD)
    @GetMapping("/months")
    @Allow(Right.REPORTS_READ)
    List<Views.Month> months(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.months(scopes.ownStore(caller, from, to));
    }

    @Operation(summary = "The store's figures by hour of the day, 0 to 23", description = PERIOD)
    @GetMapping("/hours")
    @Allow(Right.REPORTS_READ)
    List<Views.Hour> hours(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.hours(scopes.ownStore(caller, from, to));
    }

    @Operation(summary = "The store's products: sort revenue, pieces or refunds; limit 1 to 200", description = PERIOD)
    @GetMapping("/products")
    @Allow(Right.REPORTS_READ)
    List<Views.Product> products(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "revenue") String sort,
            @RequestParam(defaultValue = "20") int limit) {
        return products.products(scopes.ownStore(caller, from, to), ProductQueries.Sort.parse(sort), limit);
    }

    @Operation(summary = "The store's money by means of payment", description = PERIOD)
    @GetMapping("/tenders")
    @Allow(Right.REPORTS_READ)
    List<Views.Tender> tenders(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.tenders(scopes.ownStore(caller, from, to));
    }

    @Operation(
            summary = "A report of the store ready for a chart; by: day, month, hour, product or tender",
            description = PERIOD)
    @GetMapping("/chart")
    @Allow(Right.REPORTS_READ)
    Views.Chart chart(
            Caller caller,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return tables.chart(scopes.ownStore(caller, from, to), Breakdown.parse(by));
    }
}
