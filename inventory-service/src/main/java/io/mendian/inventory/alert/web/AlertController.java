package io.mendian.inventory.alert.web;

import io.mendian.inventory.alert.AlertQueries;
import io.mendian.inventory.alert.AlertView;
import io.mendian.inventory.alert.MarkAlertSeen;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alerts about stock. */
@RestController
class AlertController {

    private final AlertQueries queries;
    private final MarkAlertSeen markAlertSeen;

    AlertController(AlertQueries queries, MarkAlertSeen markAlertSeen) {
        this.queries = queries;
        this.markAlertSeen = markAlertSeen;
    }

    @Operation(
            summary = "Alerts of this store, newest first",
            description =
                    "BELOW_SAFETY, SHORTAGE, LATE_CONFIRM, LOST_IN_TRANSIT. before: the id of the last alert seen.")
    @GetMapping("/store/v1/stock/alerts")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    List<AlertView> ofStore(
            @RequestParam(defaultValue = "false") boolean unseen,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.list(false, Set.of(caller.requireStore()), unseen, before, limit);
    }

    @Operation(
            summary = "Alerts of all stores within reach, newest first",
            description = "As in /store/v1/stock/alerts.")
    @GetMapping("/hq/v1/stock/alerts")
    @Allow({Right.STOCK_READ, Right.STOCK_WRITE})
    List<AlertView> all(
            @RequestParam(defaultValue = "false") boolean unseen,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.list(caller.chainWide(), caller.stores(), unseen, before, limit);
    }

    @Operation(summary = "Say that an alert was looked at", description = "404 for another store's.")
    @PostMapping("/store/v1/stock/alerts/{alertId}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.STOCK_WRITE)
    void seen(@PathVariable long alertId, Caller caller) {
        markAlertSeen.mark(alertId, caller.staffId(), caller.requireStore()::equals);
    }

    @Operation(summary = "Say that an alert was looked at", description = "404 for a store out of reach.")
    @PostMapping("/hq/v1/stock/alerts/{alertId}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.STOCK_WRITE)
    void seenAtHeadquarters(@PathVariable long alertId, Caller caller) {
        markAlertSeen.mark(alertId, caller.staffId(), caller::reaches);
    }
}
