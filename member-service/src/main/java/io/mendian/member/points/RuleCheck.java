package io.mendian.member.points;

import io.mendian.member.accrual.Accrual;
import io.mendian.member.accrual.AccrualRule;
import io.mendian.member.accrual.Campaign;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a points rule impossible; refused with the field. */
final class RuleCheck {

    private RuleCheck() {}

    static void check(PointsRule rule) {
        if (rule.pendingDays() > rule.validityDays()) {
            throw invalid("usableAfterDays", "积分会在可用之前过期", "points would expire before they can be used");
        }
        Accrual accrual = rule.accrual();
        Set<String> codes = new HashSet<>();
        List<AccrualRule> rules = accrual.rules();
        for (int i = 0; i < rules.size(); i++) {
            String field = "accrual.rules[" + i + "].";
            AccrualRule one = rules.get(i);
            if (!codes.add(one.code())) {
                throw invalid(field + "code", "与前面的规则重复", "is used by an earlier rule");
            }
            if (one.kind() == AccrualRule.Kind.SPEND && one.perMinor() == 0) {
                throw invalid(field + "perMinor", "必须大于 0", "must be above 0 for a SPEND rule");
            }
            if (one.kind() == AccrualRule.Kind.VISIT && one.exclusive()) {
                throw invalid(field + "exclusive", "到店积分不能独占商品", "a VISIT rule cannot take lines from others");
            }
        }
        for (int i = 0; i < accrual.campaigns().size(); i++) {
            Campaign one = accrual.campaigns().get(i);
            if (!one.from().isBefore(one.until())) {
                throw invalid("accrual.campaigns[" + i + "].until", "必须晚于开始时间", "must be after from");
            }
        }
    }

    private static RuntimeException invalid(String field, String reasonZh, String reason) {
        return PointsProblem.POINTS_RULE_INVALID.with("field", field, "reasonZh", reasonZh, "reason", reason);
    }
}
