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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads for checkouts, and of what needs a person. */
@Component
public class HoldQueries {

    private final LevelQueries levels;
    private final PointsQueries points;
    private final PointsRules rules;
    private final WalletQueries wallet;
    private final JdbcClient jdbc;

    HoldQueries(LevelQueries levels, PointsQueries points, PointsRules rules, WalletQueries wallet, JdbcClient jdbc) {
        this.levels = levels;
        this.points = points;
        this.rules = rules;
        this.wallet = wallet;
        this.jdbc = jdbc;
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

    /** A row that a person has to look at. */
    public record Alarm(String id, String kind, String reference, String facts, Instant raisedAt) {}

    /** Open alarms, the newest first, older than {@code cursor}. */
    public List<Alarm> alarms(@Nullable Long cursor, int limit) {
        return jdbc.sql("""
                        SELECT id, kind, reference, facts, raised_at FROM asset_alarm
                        WHERE closed_at IS NULL AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .params(cursor == null ? Long.MAX_VALUE : cursor, limit)
                .query((row, n) -> new Alarm(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
