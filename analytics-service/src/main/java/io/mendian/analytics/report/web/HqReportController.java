package io.mendian.analytics.report.web;

import io.mendian.analytics.report.FreshnessQueries;
import io.mendian.analytics.report.ReportQueries;
import io.mendian.analytics.report.ReportScopes;
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

/** What only headquarters asks: stores and regions side by side, and how fresh the figures are. */
@RestController
@RequestMapping("/hq/v1/reports")
class HqReportController {

    private static final String PERIOD =
            "Business dates from and to, both included; without them all time. Amounts in the smallest currency unit.";

    private final ReportScopes scopes;
    private final ReportQueries reports;
    private final FreshnessQueries freshness;

    HqReportController(ReportScopes scopes, ReportQueries reports, FreshnessQueries freshness) {
        this.scopes = scopes;
        this.reports = reports;
        this.freshness = freshness;
    }

    @Operation(
            summary = "Stores by revenue, largest first, equal ones with the same rank; at most 200",
            description = PERIOD)
    @GetMapping("/stores")
    @Allow(Right.REPORTS_READ)
    List<Views.Store> stores(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.stores(scopes.of(caller, null, from, to));
    }

    @Operation(summary = "Stores rolled up by region, largest revenue first", description = PERIOD)
    @GetMapping("/regions")
    @Allow(Right.REPORTS_READ)
    List<Views.Region> regions(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.regions(scopes.of(caller, null, from, to));
    }

    @Operation(summary = "Up to which event the figures go, and how many events wait because they could not be booked")
    @GetMapping("/freshness")
    @Allow(Right.REPORTS_READ)
    Views.Freshness freshness() {
        return freshness.freshness();
    }
}
