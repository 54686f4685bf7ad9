package io.mendian.member.review.web;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.TypedId;
import io.mendian.member.audit.Origin;
import io.mendian.member.review.DecideReview;
import io.mendian.member.review.ProductReview;
import io.mendian.member.review.ReviewQueries;
import io.mendian.member.review.ReviewRule;
import io.mendian.member.review.ReviewStatus;
import io.mendian.member.review.ReviewView;
import io.mendian.member.review.SetReviewRule;
import io.mendian.member.review.WriteReview;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReviewController {

    private static final String LAST = "9223372036854775807";

    private final WriteReview write;
    private final DecideReview decide;
    private final SetReviewRule setRule;
    private final ReviewQueries queries;

    ReviewController(WriteReview write, DecideReview decide, SetReviewRule setRule, ReviewQueries queries) {
        this.write = write;
        this.decide = decide;
        this.setRule = setRule;
        this.queries = queries;
    }

    record ReviewRequest(
            @Min(1) @Max(5) int stars,
            @NotBlank @Size(max = 500) String text) {}

    record RefuseReviewRequest(@NotBlank @Size(max = 200) String reason) {}

    record ReviewRuleRequest(
            @Min(0) @Max(10_000) int points,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String templateId,
            @Min(1) @Max(365) int withinDays) {}

    @PostMapping("/app/v1/me/orders/{orderId}/lines/{lineId}/review")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Idempotent
    @Operation(summary = "评价：review something I bought", description = """
                    stars 1 to 5, text up to 500 signs. One review per line of an order; a refused one is written again by the \
                    same route. It pays when somebody has approved it. 404 for a line that is not mine; 409 \
                    REVIEW_NOT_POSSIBLE (not paid goods or services), REVIEW_TOO_LATE, REVIEW_LINE_RETURNED, REVIEW_WRITTEN.""")
    ReviewView write(
            @PathVariable long orderId,
            @PathVariable String lineId,
            @Valid @RequestBody ReviewRequest body,
            Caller caller) {
        return write.write(caller.memberKey(), orderId, lineId, body.stars(), body.text());
    }

    @GetMapping("/app/v1/me/reviews")
    @Allow
    @Operation(summary = "我的评价：my reviews", description = "Newest first; page with before = the last id seen.")
    List<ReviewView> own(
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.own(caller.memberKey(), before, limit);
    }

    @GetMapping("/app/v1/products/{skuId}/reviews")
    @Allow
    @Operation(summary = "商品评价：approved reviews of a product", description = "Newest first; they name nobody.")
    List<ProductReview> ofProduct(
            @PathVariable long skuId,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return queries.ofProduct(SkuId.of(skuId), before, limit);
    }

    @GetMapping({"/store/v1/reviews", "/hq/v1/reviews"})
    @Allow({Right.MEMBERS_READ, Right.MARKETING_READ})
    @Operation(
            summary = "评价列表：reviews of what was bought in the caller's stores",
            description = "status OPEN waits for a decision; all if left out. Newest first; before = the last id seen.")
    List<ReviewView> list(
            Caller caller,
            @RequestParam @Nullable ReviewStatus status,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.list(caller, status, before, limit);
    }

    // a store's manager, not a clerk: approving pays
    @PostMapping({"/store/v1/reviews/{id}/approve", "/hq/v1/reviews/{id}/approve"})
    @Allow({Right.ORDERS_REFUND_APPROVE, Right.MARKETING_WRITE})
    @Idempotent
    @Operation(
            summary = "通过评价：approve a review",
            description = "It is shown, and pays what the rule says, once. 409 REVIEW_DECIDED; 404.")
    ReviewView approve(@PathVariable long id, Caller caller, HttpServletRequest http) {
        return decide.decide(queries.require(id, caller), null, caller, Origin.of(http));
    }

    @PostMapping({"/store/v1/reviews/{id}/refuse", "/hq/v1/reviews/{id}/refuse"})
    @Allow({Right.ORDERS_REFUND_APPROVE, Right.MARKETING_WRITE})
    @Idempotent
    @Operation(
            summary = "驳回评价：refuse a review with a reason",
            description = "The member reads the reason and may write it again. 409 REVIEW_DECIDED; 404.")
    ReviewView refuse(
            @PathVariable long id,
            @Valid @RequestBody RefuseReviewRequest body,
            Caller caller,
            HttpServletRequest http) {
        return decide.decide(queries.require(id, caller), body.reason(), caller, Origin.of(http));
    }

    @GetMapping("/hq/v1/review-rule")
    @Allow({Right.LOYALTY_RULES, Right.MEMBERS_READ})
    @Operation(summary = "评价奖励规则：what approved reviews bring")
    ReviewRule rule() {
        return queries.rule();
    }

    @ChainWide
    @PutMapping("/hq/v1/review-rule")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置评价奖励规则：set what approved reviews bring", description = """
                    points 0 to 10000 and/or templateId of a coupon; withinDays 1 to 365 after the purchase. 409 \
                    REVIEW_RULE_CHANGED_MEANWHILE.""")
    ReviewRule set(@Valid @RequestBody ReviewRuleRequest body, Caller caller, HttpServletRequest http) {
        ReviewRule wanted = new ReviewRule(0, body.points(), body.templateId(), body.withinDays());
        return setRule.set(wanted, caller, Origin.of(http));
    }
}
