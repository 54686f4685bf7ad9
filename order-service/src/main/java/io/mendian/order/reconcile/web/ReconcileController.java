package io.mendian.order.reconcile.web;

import io.mendian.order.reconcile.ChannelBill;
import io.mendian.order.reconcile.Difference;
import io.mendian.order.reconcile.ReconcileDay;
import io.mendian.order.reconcile.ReconcileQueries;
import io.mendian.order.reconcile.ResolveDifference;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The provider's bills and what differs, for headquarters: one merchant account serves the whole chain. */
@RestController
class ReconcileController {

    private final ReconcileDay reconcileDay;
    private final ResolveDifference resolveDifference;
    private final ReconcileQueries queries;

    ReconcileController(ReconcileDay reconcileDay, ResolveDifference resolveDifference, ReconcileQueries queries) {
        this.reconcileDay = reconcileDay;
        this.resolveDifference = resolveDifference;
        this.queries = queries;
    }

    record NoteRequest(@NotBlank @Size(max = 500) String note) {}

    @Operation(
            summary = "Bills of WeChat Pay and how they compared",
            description = "Newest first; sums in fen, fee half-up. Days are China's calendar. At most 200.")
    @GetMapping("/hq/v1/channel-bills")
    @Allow(Right.REPORTS_READ)
    List<ChannelBill> bills(
            @RequestParam @Nullable LocalDate before,
            @RequestParam(defaultValue = "31") @Min(1) @Max(200) int limit,
            Caller caller) {
        requireChain(caller);
        return queries.bills(before, limit);
    }

    @Operation(
            summary = "Compare a day's bill now, or again",
            description = "The same result however often. Errors: 409 BILL_NOT_READY, BILL_BROKEN; 503"
                    + " WECHAT_PAY_UNAVAILABLE")
    @ChainWide
    @PostMapping("/hq/v1/channel-bills/{date}/compare")
    @Allow(Right.OPERATIONS)
    ChannelBill compare(@PathVariable LocalDate date, Caller caller) {
        requireChain(caller);
        return reconcileDay.reconcile(date);
    }

    @Operation(
            summary = "What bills and books say differently",
            description = "MISSING_HERE, MISSING_THERE, AMOUNT_DIFFERS, STATE_DIFFERS; amounts in fen. Newest first, at"
                    + " most 200.")
    @GetMapping("/hq/v1/channel-differences")
    @Allow(Right.REPORTS_READ)
    List<Difference> differences(
            @RequestParam Difference.@Nullable Status status,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        requireChain(caller);
        return queries.differences(status, before, limit);
    }

    @Operation(
            summary = "Settle a difference",
            description = "With a note that stays. Errors: 404, 409 DIFFERENCE_CLOSED")
    @ChainWide
    @PostMapping("/hq/v1/channel-differences/{id}/resolve")
    @Allow(Right.OPERATIONS)
    Difference resolve(@PathVariable long id, @Valid @RequestBody NoteRequest request, Caller caller) {
        requireChain(caller);
        return resolveDifference.resolve(id, request.note, caller.staffId());
    }

    private static void requireChain(Caller caller) {
        if (!caller.chainWide()) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
    }
}
