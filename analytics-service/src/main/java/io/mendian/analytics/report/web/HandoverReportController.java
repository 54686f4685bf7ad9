package io.mendian.analytics.report.web;

import io.mendian.analytics.report.FulfilmentQueries;
import io.mendian.analytics.report.FulfilmentReport;
import io.mendian.analytics.report.ReportScopes;
import io.mendian.analytics.report.TipQueries;
import io.mendian.analytics.report.TipReport;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tips by person and day, and what is to be handed over: of all stores that the caller reaches, or of one. */
@RestController
@RequestMapping({"/hq/v1/reports", "/store/v1/reports"})
class HandoverReportController {

    private final ReportScopes scopes;
    private final TipQueries tips;
    private final FulfilmentQueries fulfilment;

    HandoverReportController(ReportScopes scopes, TipQueries tips, FulfilmentQueries fulfilment) {
        this.scopes = scopes;
        this.tips = tips;
        this.fulfilment = fulfilment;
    }

    @Operation(
            summary = "小费：tips by person, and by person and day, newest first",
            description =
                    "Business dates from and to, both included; without them all time. Smallest currency unit, less what went"
                            + " back; in no figure of sales, money or revenue. limit 1 to 200 rows of persons and days.")
    @GetMapping("/tips")
    @Allow(Right.REPORTS_READ)
    TipReport tips(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long storeId,
            @RequestParam(defaultValue = "200") int limit) {
        return tips.of(scopes.of(caller, storeId, from, to), limit);
    }

    @Operation(
            summary = "待发货、待自提：orders to prepare, to fetch, to ship and on their way, and those that are overdue",
            description =
                    "overdue: to prepare or to ship for longer than overdueHours (a setting, 48). waiting: those that wait longest,"
                            + " limit 1 to 200.")
    @GetMapping("/fulfilment")
    @Allow(Right.REPORTS_READ)
    FulfilmentReport fulfilment(
            Caller caller,
            @RequestParam(required = false) @Nullable Long storeId,
            @RequestParam(defaultValue = "50") int limit) {
        return fulfilment.of(scopes.of(caller, storeId, null, null), limit);
    }
}
