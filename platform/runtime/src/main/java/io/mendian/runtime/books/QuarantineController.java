package io.mendian.runtime.books;

import io.mendian.runtime.ShortName;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts whose figures are wrong, and how they were put right. */
@RestController
@RequestMapping("/hq/v1/quarantine/" + ShortName.OF_SERVICE)
class QuarantineController {

    private final Quarantines quarantines;
    private final HoldAccount holdAccount;

    QuarantineController(Quarantines quarantines, HoldAccount holdAccount) {
        this.quarantines = quarantines;
        this.holdAccount = holdAccount;
    }

    /** What is to be put on hold, and why. */
    record PutOnHoldRequest(
            @NotBlank @Size(max = 32) String subjectKind,
            @NotBlank @Size(max = 96) String subjectId,
            @NotBlank @Size(max = 200) String reason) {}

    /** How it was put right; rebuild: set the balance to what its ledger says. */
    record LiftHoldRequest(
            @NotBlank @Size(max = 200) String reason,
            @Nullable Boolean rebuild) {}

    /** What the rebuild changed; empty without one. */
    record LiftedView(String rebuilt) {}

    @Operation(summary = "账目暂停：accounts on hold because their figures are wrong", description = """
                    Newest first (open=false: those that were lifted); page with cursor = the last id seen.""")
    @GetMapping
    @Allow({Right.OPERATIONS, Right.REPORTS_READ})
    List<Quarantine> list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return quarantines.list(open, cursor, limit);
    }

    @Operation(
            summary = "暂停一个账户：put an account on hold by hand",
            description = "400 KIND_UNKNOWN with the kinds of this service; 409 ALREADY_ON_HOLD.")
    @ChainWide
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.OPERATIONS)
    void put(@Valid @RequestBody PutOnHoldRequest body, Caller caller) {
        holdAccount.put(body.subjectKind(), body.subjectId(), body.reason(), caller);
    }

    @Operation(summary = "解除暂停：lift a hold, with the reason", description = """
                    rebuild=true first sets the balance to what its ledger says. 409 STILL_WRONG while a check of the books \
                    names the account; 404 when it is not on hold.""")
    @ChainWide
    @PostMapping("/{id}/lift")
    @Allow(Right.OPERATIONS)
    LiftedView lift(@PathVariable long id, @Valid @RequestBody LiftHoldRequest body, Caller caller) {
        return new LiftedView(holdAccount.lift(id, Boolean.TRUE.equals(body.rebuild()), body.reason(), caller));
    }
}
