package io.mendian.analytics.liability.web;

import io.mendian.analytics.liability.Liabilities;
import io.mendian.analytics.liability.LiabilityQueries;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiabilityController {

    private final LiabilityQueries queries;

    LiabilityController(LiabilityQueries queries) {
        this.queries = queries;
    }

    // what is owed is good in every store, so it is the chain's
    @ChainWide
    @GetMapping("/hq/v1/reports/liabilities")
    @Allow(Right.REPORTS_READ)
    @Operation(
            summary = "预付负债：what the chain owes for gift cards, stored value, deposits and points, and what moved it",
            description = """
                    Smallest currency unit. Outstanding figures are now; moves are those of the calendar days from and to (chain's zone; of \
                    deposits business dates; both included; left out: all time). giftCards: ISSUE, HOLD (spent), REFUND (given back), MOVE \
                    (into stored value), CARD_REFUND, OPENING. storedValue: principal (paid) and bonus (given on top), by cause. deposits of \
                    pre-sales: RECEIVED, USED, KEPT, GIVEN_BACK. points: what members have, and what that pays by the rule of now \
                    (worthMinor null while member-service is away). Uses of punch cards are not in it. 403 CHAIN_WIDE_NEEDED.""")
    Liabilities liabilities(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return queries.of(from, to);
    }
}
