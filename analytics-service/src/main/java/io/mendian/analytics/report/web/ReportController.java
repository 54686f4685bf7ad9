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

/**
 * The figures of all stores that the caller reaches, or of one of them. Headquarters and the stores ask the same questions;
 * who has signed in to a store sees that store.
 */
@RestController
@RequestMapping({"/hq/v1/reports", "/store/v1/reports"})
class ReportController {

    private static final String PERIOD =
            "Business dates from and to, both included; without them all time. Amounts in the smallest currency unit."
                    + " storeId: one store; one that the caller does not reach answers 404 like one that does not exist.";

    private final ReportScopes scopes;
    private final ReportQueries reports;
    private final ProductQueries products;
    private final ReportTables tables;

    ReportController(ReportScopes scopes, ReportQueries reports, ProductQueries products, ReportTables tables) {
        this.scopes = scopes;
        this.reports = reports;
        this.products = products;
        this.tables = tables;
    }

    @Operation(
            summary = "Members who bought, orders, pieces, revenue, refunds, money received and debt",
            description = PERIOD)
    @GetMapping("/summary")
    @Allow(Right.REPORTS_READ)
    Views.Summary summary(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return reports.summary(scopes.of(caller, storeId, from, to));
    }

    @Operation(
            summary = "Figures by business date, also of days without sales",
            description = PERIOD + " At most 366 days; without dates the last 30.")
    @GetMapping("/days")
    @Allow(Right.REPORTS_READ)
    List<Views.Day> days(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return reports.days(scopes.of(caller, storeId, from, to));
    }

    @Operation(
            summary = "Figures by month of the business date, from the first with sales to the last",
            description = PERIOD)
    @GetMapping("/months")
    @Allow(Right.REPORTS_READ)
    List<Views.Month> months(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return reports.months(scopes.of(caller, storeId, from, to));
    }

    @Operation(summary = "Figures by hour of the day (0 to 23, each store's own time zone)", description = PERIOD)
    @GetMapping("/hours")
    @Allow(Right.REPORTS_READ)
    List<Views.Hour> hours(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return reports.hours(scopes.of(caller, storeId, from, to));
    }

    @Operation(
            summary = "Products by revenue, pieces or refunds, largest first",
            description = PERIOD + " sort: revenue, pieces (both net of returns) or refunds. Equal ones share a rank"
                    + " and stand in the order of their ids. limit 1 to 200.")
    @GetMapping("/products")
    @Allow(Right.REPORTS_READ)
    List<Views.Product> products(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId,
            @RequestParam(defaultValue = "revenue") String sort,
            @RequestParam(defaultValue = "20") int limit) {
        return products.products(scopes.of(caller, storeId, from, to), ProductQueries.Sort.parse(sort), limit);
    }

    @Operation(summary = "Money by means of payment: in, back and net", description = PERIOD)
    @GetMapping("/tenders")
    @Allow(Right.REPORTS_READ)
    List<Views.Tender> tenders(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return reports.tenders(scopes.of(caller, storeId, from, to));
    }

    @Operation(
            summary = "A report ready for a bar, line or pie chart: labels, and series with one value per label",
            description = PERIOD + " by: day, month, hour, store, region, product or tender.")
    @GetMapping("/chart")
    @Allow(Right.REPORTS_READ)
    Views.Chart chart(
            Caller caller,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId) {
        return tables.chart(scopes.of(caller, storeId, from, to), Breakdown.parse(by));
    }
}
