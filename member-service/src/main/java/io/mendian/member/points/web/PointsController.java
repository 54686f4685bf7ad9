package io.mendian.member.points.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.points.ExportStatement;
import io.mendian.member.points.PointsQueries;
import io.mendian.member.points.PointsRule;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsStatement;
import io.mendian.member.points.SetPointsRule;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PointsController {

    private final PointsQueries queries;
    private final PointsRules rules;
    private final SetPointsRule setPointsRule;
    private final ExportStatement exportStatement;
    private final MemberAccess access;

    PointsController(
            PointsQueries queries,
            PointsRules rules,
            SetPointsRule setPointsRule,
            ExportStatement exportStatement,
            MemberAccess access) {
        this.exportStatement = exportStatement;
        this.access = access;
        this.queries = queries;
        this.rules = rules;
        this.setPointsRule = setPointsRule;
    }

    @GetMapping("/hq/v1/points-rule")
    @Allow({Right.LOYALTY_RULES, Right.MEMBERS_READ})
    @Operation(summary = "积分规则：the points rule in force")
    PointsRule rule() {
        return rules.current();
    }

    @GetMapping("/internal/v1/points-rule")
    @Allow
    @Operation(summary = "The points rule in force, for other services")
    PointsRule ruleForServices() {
        return rules.current();
    }

    @ChainWide
    @PutMapping("/hq/v1/points-rule")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置积分规则：set the points rule", description = """
                    For orders paid from now on. pointsPerUnit: points for each whole currency unit paid, 0 to 1000; \
                    validityDays 1 to 3650; pointsPerCurrencyUnit: points that pay one currency unit, 1 to 100000; \
                    capPermille: the most of an order that points may pay, 0 to 1000; usableAfterDays and returnWindowDays: points of an \
                    order are pending until both have passed; warnDays: PointsExpiring is published so many days before. \
                    accrual: rules VISIT (points for the first order of a day from fromMinor), SPEND (points for each perMinor), \
                    ITEM (points for each piece), each with a scope of kinds, categories, skuIds; an exclusive rule hides its \
                    lines from the rules after it and from the plain one; basis AFTER_DISCOUNTS or BEFORE_DISCOUNTS; \
                    tendersThatDoNotEarn; multipliers MULTIPLY or ADD; campaigns [from, until); caps per order, day, week, month \
                    (0 is none). 400 names the field.""")
    PointsRule set(@Valid @RequestBody PointsRuleRequest body, Caller caller, HttpServletRequest http) {
        return setPointsRule.set(body.toRule(), caller, Origin.of(http));
    }

    @GetMapping("/app/v1/me/points")
    @Allow
    @Operation(summary = "我的积分明细：my points statement", description = "Newest first; page with cursor = next.")
    PointsStatement mine(
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.statement(caller.memberKey(), cursor, limit);
    }

    @GetMapping({"/store/v1/members/{memberKey}/points", "/hq/v1/members/{memberKey}/points"})
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "会员的积分明细：a member's points statement", description = "Newest first; page with cursor = next.")
    PointsStatement ofMember(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.statement(MemberKey.of(memberKey), cursor, limit);
    }

    @GetMapping(value = "/hq/v1/members/{memberKey}/points/export", produces = "text/csv;charset=UTF-8")
    @Allow(Right.EXPORT)
    @Operation(summary = "导出积分明细：a member's points statement as CSV", description = """
                    Days from and to included, in the chain's zone; oldest first; at most 10000 entries (409 \
                    EXPORT_TOO_LARGE). Audited.""")
    String export(
            @PathVariable long memberKey,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return exportStatement.csv(MemberKey.of(memberKey), from, to, caller, Origin.of(http));
    }
}
