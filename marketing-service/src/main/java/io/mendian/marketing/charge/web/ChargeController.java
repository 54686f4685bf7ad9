package io.mendian.marketing.charge.web;

import io.mendian.kernel.StoreId;
import io.mendian.marketing.charge.ChargeQueries;
import io.mendian.marketing.charge.ChargeTerms;
import io.mendian.marketing.charge.ChargesView;
import io.mendian.marketing.charge.SetCharges;
import io.mendian.marketing.pricing.CashRounding;
import io.mendian.marketing.pricing.Rounding;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChargeController {

    private static final long CHAIN = 0;

    private final SetCharges set;
    private final ChargeQueries queries;

    ChargeController(SetCharges set, ChargeQueries queries) {
        this.set = set;
        this.queries = queries;
    }

    record ChargesRequest(
            @Min(0) int version,
            @Nullable Boolean inherit,
            @Nullable Rounding levelRounding,
            @Nullable @Size(max = 10) List<@Valid FeeRequest> fees,
            @Nullable @Valid RoundingRequest rounding) {
        @Nullable
        ChargeTerms terms() {
            if (Boolean.TRUE.equals(inherit)) {
                return null;
            }
            return new ChargeTerms(
                    Objects.requireNonNullElse(levelRounding, Rounding.PIECE),
                    fees == null
                            ? List.of()
                            : fees.stream()
                                    .map(fee -> new ChargeTerms.FeeTerms(fee.kind, fee.settings))
                                    .toList(),
                    rounding == null
                            ? ChargeTerms.RoundingTerms.NONE
                            : new ChargeTerms.RoundingTerms(rounding.mode, rounding.unitMinor, rounding.cashOnly));
        }
    }

    record FeeRequest(
            @NotBlank @Size(max = 20) String kind,
            @NotNull @Size(max = 20) Map<String, Object> settings) {}

    record RoundingRequest(
            CashRounding.@NotNull Mode mode,
            @Min(1) @Max(100_000) long unitMinor,
            boolean cashOnly) {}

    @PutMapping("/hq/v1/charges/{storeId}")
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Set fees (服务费, 包装费) and rounding (抹零) of a store; storeId 0: of the chain",
            description =
                    "version: the one that was read, 0 for none (409 CHARGES_CHANGED). inherit true: the store has the"
                            + " chain's again. levelRounding PIECE or LINE. fees: SERVICE_CHARGE {permille, of LIST (before discounts)"
                            + " or NET (after them), capMinor?, channels?, kinds?}; PACKAGING {perOrderMinor?, perPieceMinor?,"
                            + " capMinor?, channels?, kinds?, categories?}. rounding {mode NONE, DOWN, HALF_UP or NEAREST; unitMinor 10"
                            + " = 1 jiao, 50, 100 = 1 yuan; cashOnly}. 400 CHARGES_INVALID names the field; 409"
                            + " ROUNDING_UP_NOT_ALLOWED for modes that may charge more than the tag. 404 for"
                            + " a store out of reach; the chain's are set by those who reach every store: 403 CHAIN_WIDE_NEEDED.")
    ChargesView set(@PathVariable long storeId, @Valid @RequestBody ChargesRequest body, Caller caller) {
        if (storeId == CHAIN && !caller.chainWide()) {
            throw CommonProblem.CHAIN_WIDE_NEEDED.with();
        }
        requireReach(storeId, caller);
        set.set(storeId, body.terms(), body.version(), caller.subject());
        return queries.view(storeId);
    }

    @GetMapping("/hq/v1/charges/{storeId}")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "Fees and rounding of a store; storeId 0: of the chain",
            description =
                    "version 0: none of its own. inherited: the terms are the chain's. 404 for a store out of reach.")
    ChargesView charges(@PathVariable long storeId, Caller caller) {
        requireReach(storeId, caller);
        return queries.view(storeId);
    }

    /** The chain's are for every store to inherit; another store's answer like those of none. */
    private static void requireReach(long storeId, Caller caller) {
        if (storeId != CHAIN) {
            caller.requireReach(StoreId.of(storeId));
        }
    }
}
