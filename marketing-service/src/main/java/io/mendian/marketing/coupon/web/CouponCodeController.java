package io.mendian.marketing.coupon.web;

import io.mendian.marketing.coupon.ClaimCouponCode;
import io.mendian.marketing.coupon.CodeBatchFigures;
import io.mendian.marketing.coupon.CodeBatchView;
import io.mendian.marketing.coupon.CouponCodeQueries;
import io.mendian.marketing.coupon.CouponCodeView;
import io.mendian.marketing.coupon.CouponView;
import io.mendian.marketing.coupon.GenerateCouponCodes;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponCodeController {

    private final GenerateCouponCodes generate;
    private final ClaimCouponCode claim;
    private final CouponCodeQueries queries;

    CouponCodeController(GenerateCouponCodes generate, ClaimCouponCode claim, CouponCodeQueries queries) {
        this.generate = generate;
        this.claim = claim;
        this.queries = queries;
    }

    record CodesRequest(
            @NotNull @Pattern(regexp = "[0-9A-HJKMNP-TV-Z]{2,8}")
            String prefix,

            @Min(1) @Max(10_000) int count) {}

    @ChainWide
    @PostMapping("/hq/v1/coupon-templates/{templateId}/codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Make unique coupon codes for print",
            description =
                    "prefix: 2 to 8 of 0-9 and A-Z without I, L, O, U; count 1 to 10,000. Each code ends in a check sign and"
                            + " is good for one coupon.")
    CodeBatchView generate(@PathVariable long templateId, @Valid @RequestBody CodesRequest body) {
        return generate.generate(templateId, body.prefix(), body.count());
    }

    @GetMapping("/hq/v1/coupon-templates/{templateId}/codes")
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "The codes of a template, in the order of their making",
            description = "batchId narrows to one batch; after: the last codeId of the page before; limit 1 to 200.")
    List<CouponCodeView> codes(
            @PathVariable long templateId,
            @RequestParam(required = false) @Nullable Long batchId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit) {
        return queries.codes(templateId, batchId, after, Page.limit(limit));
    }

    @GetMapping("/hq/v1/coupon-templates/{templateId}/code-batches")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "The batches of codes of a template, and what became of them",
            description =
                    "codes = free + claimed; claimed = available + held + used + expired + withdrawn. after: the last batchId of"
                            + " the page before; limit 1 to 200.")
    List<CodeBatchFigures> batches(
            @PathVariable long templateId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        return queries.batches(templateId, after, Page.limit(limit));
    }

    @PostMapping("/app/v1/coupon-codes/{code}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow
    @Operation(
            summary = "Turn a printed code into a coupon",
            description =
                    "Case, spaces and dashes do not matter. 400 COUPON_CODE_MISTYPED (the check sign is wrong), 404"
                            + " COUPON_CODE_UNKNOWN, 409 COUPON_CODE_USED and the refusals of a claim.")
    CouponView claim(@PathVariable String code, Caller caller) {
        return claim.claim(code, caller.memberKey());
    }
}
