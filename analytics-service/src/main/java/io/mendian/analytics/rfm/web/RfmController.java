package io.mendian.analytics.rfm.web;

import io.mendian.analytics.report.ReportScopes;
import io.mendian.analytics.rfm.MemberPage;
import io.mendian.analytics.rfm.RfmClass;
import io.mendian.analytics.rfm.RfmProblem;
import io.mendian.analytics.rfm.RfmQueries;
import io.mendian.analytics.rfm.RfmView;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** RFM over HTTP. A caller who does not reach the whole chain sees what was bought in his stores only. */
@RestController
@RequestMapping("/hq/v1/reports")
class RfmController {

    private static final String RULE =
            "at: the analysis date (today without it); orders and refunds up to and including"
                    + " that business date count. Scores 1 to 5 by quintile boundaries, 5 is best; the rule stands in"
                    + " docs/guides/rfm.md. Amounts in the smallest currency unit.";

    private final ReportScopes scopes;
    private final RfmQueries rfm;

    RfmController(ReportScopes scopes, RfmQueries rfm) {
        this.scopes = scopes;
        this.rfm = rfm;
    }

    @Operation(summary = "Members per combination of RFM scores, per class (11) and per grade", description = RULE)
    @GetMapping("/rfm")
    @Allow(Right.REPORTS_READ)
    RfmView rfm(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(required = false) @Nullable Long storeId) {
        return rfm.rfm(at, scopes.of(caller, storeId, null, at).stores());
    }

    @Operation(
            summary = "Members who bought, with scores, class and grade, by rising member key",
            description = RULE + " class: only that class. cursor: next of the page before. limit 1 to 200.")
    @GetMapping("/members")
    @Allow(Right.REPORTS_READ)
    MemberPage members(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(required = false) @Nullable Long storeId,
            @RequestParam(name = "class", required = false) @Nullable String rfmClass,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return rfm.members(
                at,
                scopes.of(caller, storeId, null, at).stores(),
                rfmClass == null ? null : parse(rfmClass),
                cursor == null ? Long.MIN_VALUE : MemberKey.of(cursor).value(),
                limit);
    }

    private static RfmClass parse(String text) {
        return Arrays.stream(RfmClass.values())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> RfmProblem.RFM_CLASS_UNKNOWN.with("known", Arrays.toString(RfmClass.values())));
    }
}
