package io.mendian.marketing.budget.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.TypedId;
import io.mendian.marketing.budget.BudgetLimits;
import io.mendian.marketing.budget.BudgetQueries;
import io.mendian.marketing.budget.BudgetView;
import io.mendian.marketing.budget.EndPromotionHold;
import io.mendian.marketing.budget.HoldPromotions;
import io.mendian.marketing.budget.HoldPromotionsCommand;
import io.mendian.marketing.budget.LimitBudget;
import io.mendian.marketing.budget.PromotionUseState;
import io.mendian.marketing.promotion.PromotionQueries;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BudgetController {

    private final HoldPromotions hold;
    private final EndPromotionHold end;
    private final LimitBudget limit;
    private final BudgetQueries queries;
    private final PromotionQueries promotions;

    BudgetController(
            HoldPromotions hold,
            EndPromotionHold end,
            LimitBudget limit,
            BudgetQueries queries,
            PromotionQueries promotions) {
        this.hold = hold;
        this.end = end;
        this.limit = limit;
        this.queries = queries;
        this.promotions = promotions;
    }

    record PromotionHoldRequest(
            @NotNull OrderId holdId,
            @Nullable MemberKey memberKey,

            @NotEmpty @Size(max = 50)
            Map<@Pattern(regexp = TypedId.PATTERN) String, @NotNull @Min(0) Long> discountsMinor,

            @NotNull Instant expiresAt) {}

    record PromotionHoldView(String holdId) {}

    record BudgetRequest(
            @Nullable @Min(0) Long moneyMinor,
            @Nullable @Min(0) Long uses,
            @Nullable @Min(1) Integer usesPerMember,
            @Nullable @Min(0) Long moneyPerMemberMinor,
            @Nullable @Min(0) Long moneyPerDayMinor,
            @Nullable @Min(0) Long usesPerDay,
            @Nullable @Min(0) Long moneyPerWeekMinor,
            @Nullable @Min(0) Long usesPerWeek) {
        BudgetLimits limits() {
            return new BudgetLimits(
                    moneyMinor,
                    uses,
                    usesPerMember,
                    moneyPerMemberMinor,
                    moneyPerDayMinor,
                    usesPerDay,
                    moneyPerWeekMinor,
                    usesPerWeek);
        }
    }

    @PostMapping("/internal/v1/promotion-holds")
    @Allow
    @Operation(
            summary = "Keep the budgets of the promotions that an order uses",
            description =
                    "holdId is the order id; discountsMinor is the quote's promotionDiscountsMinor. All or none; the same"
                            + " again is the same hold. 409 PROMOTION_BUDGET_SPENT (period ALL, DAY or WEEK), PROMOTION_MEMBER_LIMIT or FIRST_ORDER_TAKEN (ask for a new quote),"
                            + " PROMOTION_HOLD_DIFFERS, PROMOTION_HOLD_ENDED.")
    PromotionHoldView hold(@Valid @RequestBody PromotionHoldRequest body) {
        Map<Long, Long> discounts = new HashMap<>();
        body.discountsMinor().forEach((id, minor) -> discounts.put(Long.parseLong(id), minor));
        hold.hold(new HoldPromotionsCommand(body.holdId(), body.memberKey(), discounts, body.expiresAt()));
        return new PromotionHoldView(body.holdId().text());
    }

    @DeleteMapping("/internal/v1/promotion-holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(
            summary = "Release the budgets of an order",
            description = "204 also when the hold is gone or never was.")
    void release(@PathVariable long holdId) {
        end.end(OrderId.of(holdId), PromotionUseState.RELEASED);
    }

    @ChainWide
    @PutMapping("/hq/v1/promotions/{promotionId}/budget")
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Limit what a promotion may cost, how many orders it may serve, and how many of one member",
            description =
                    "In all, per calendar day and week (from Monday) of the chain's zone, and per member; absent: no limit."
                            + " Live orders and paid orders count, in the day they were placed. 409 PROMOTION_BUDGET_TOO_SMALL when more is kept"
                            + " already; 404 PROMOTION_UNKNOWN.")
    BudgetView limit(@PathVariable long promotionId, @Valid @RequestBody BudgetRequest body) {
        limit.limit(Long.parseLong(promotions.promotion(promotionId).promotionId()), body.limits());
        return queries.budget(promotionId);
    }

    @GetMapping("/hq/v1/promotions/{promotionId}/budget")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(summary = "A promotion's budget and what is kept of it", description = "404 PROMOTION_UNKNOWN.")
    BudgetView budget(@PathVariable long promotionId) {
        return queries.budget(Long.parseLong(promotions.promotion(promotionId).promotionId()));
    }
}
