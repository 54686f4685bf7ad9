package io.mendian.order.history.web;

import io.mendian.order.history.HistoryQueries;
import io.mendian.order.history.HistorySummary;
import io.mendian.order.history.TakeOverSales;
import io.mendian.order.history.Takeover;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes over sales from an old till. */
@RestController
class HistoryController {

    private final TakeOverSales takeOverSales;
    private final HistoryQueries queries;

    HistoryController(TakeOverSales takeOverSales, HistoryQueries queries) {
        this.takeOverSales = takeOverSales;
        this.queries = queries;
    }

    // no Idempotency-Key: (source, externalRef) is unique for ever, so any batch may be sent again at any time
    @ChainWide
    @PostMapping("/hq/v1/history/sales")
    @Allow(Right.HISTORY_IMPORT)
    @Operation(
            summary = "Take over old sales",
            description =
                    "At most 500 a call. Each counts once under (source, externalRef): sent again with the same content it"
                            + " is EXISTING, with other content REFUSED (409 HISTORY_CONTENT_DIFFERS). Amounts are in the smallest unit of"
                            + " the chain's currency; another currency is refused. A refused sale keeps no other out. The sales count as"
                            + " orders with channel and tender HISTORY: they earn points and levels, but hold nothing and move no stock.")
    Takeover takeOver(@Valid @RequestBody TakeoverRequest request) {
        return takeOverSales.takeOver(
                request.source(),
                request.sales().stream().map(TakeoverRequest.Sale::sale).toList());
    }

    @GetMapping("/hq/v1/history/sales/summary")
    @Allow(Right.HISTORY_IMPORT)
    @Operation(
            summary = "What was taken over from a source",
            description =
                    "Sales, members, pieces and amount, in all and by month of the business date; zeros for an unknown source.")
    HistorySummary summary(@RequestParam String source) {
        return queries.summary(source);
    }
}
