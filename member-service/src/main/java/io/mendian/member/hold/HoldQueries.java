package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.member.level.CurrentLevel;
import io.mendian.member.level.Level;
import io.mendian.member.level.LevelQueries;
import io.mendian.member.points.PointsQueries;
import io.mendian.member.points.PointsRule;
import io.mendian.member.points.PointsRules;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletQueries;
import org.springframework.stereotype.Component;

/** Reads for checkouts. */
@Component
public class HoldQueries {

    private final LevelQueries levels;
    private final PointsQueries points;
    private final PointsRules rules;
    private final WalletQueries wallet;

    HoldQueries(LevelQueries levels, PointsQueries points, PointsRules rules, WalletQueries wallet) {
        this.levels = levels;
        this.points = points;
        this.rules = rules;
        this.wallet = wallet;
    }

    public CheckoutContext context(MemberKey member) {
        CurrentLevel current = levels.current(member);
        Level level = current.level();
        PointsRule rule = rules.current();
        StoredValue free = wallet.free(member);
        return new CheckoutContext(
                member,
                level.code(),
                level.name(),
                level.levelPricePermille(),
                level.memberPrices(),
                points.usable(member),
                rule.pointsPerCurrencyUnit(),
                rule.capPermille(),
                free.principalMinor(),
                free.bonusMinor(),
                level.rights(),
                current.paidOrders());
    }
}
