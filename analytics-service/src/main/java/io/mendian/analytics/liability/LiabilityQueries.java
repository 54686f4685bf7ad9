package io.mendian.analytics.liability;

import io.mendian.analytics.liability.client.PointsRuleClient;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of liabilities. */
@Component
public class LiabilityQueries {

    private static final Logger LOG = LoggerFactory.getLogger(LiabilityQueries.class);
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final PointsRuleClient pointsRule;
    private final String currency;

    LiabilityQueries(JdbcClient jdbc, PointsRuleClient pointsRule, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.pointsRule = pointsRule;
        this.currency = currency;
    }

    /** Calendar days of the chain's zone (of deposits business dates), both included; null: open. */
    public Liabilities of(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? FIRST : from;
        LocalDate last = to == null ? LAST : to;
        return new Liabilities(
                giftCards(first, last),
                storedValue(first, last),
                deposits(first, last),
                points(),
                currency,
                lastEventAt());
    }

    private Liabilities.GiftCards giftCards(LocalDate from, LocalDate to) {
        List<Liabilities.Move> moves = moves("""
                SELECT cause, SUM(entries), SUM(delta_minor) FROM agg_gift_card_day
                WHERE business_date BETWEEN ? AND ? GROUP BY cause ORDER BY cause
                """, from, to);
        long change = moves.stream().mapToLong(Liabilities.Move::amountMinor).sum();
        return jdbc.sql(
                        "SELECT COALESCE(SUM(balance_minor), 0), COALESCE(SUM(balance_minor > 0), 0) FROM agg_gift_card")
                .query((row, n) -> new Liabilities.GiftCards(row.getLong(1), row.getLong(2), change, moves))
                .single();
    }

    private Liabilities.StoredValue storedValue(LocalDate from, LocalDate to) {
        List<Liabilities.TwofoldMove> moves = jdbc.sql("""
                        SELECT cause, SUM(entries), SUM(principal_minor), SUM(bonus_minor) FROM agg_stored_value_day
                        WHERE business_date BETWEEN ? AND ? GROUP BY cause ORDER BY cause
                        """)
                .params(from, to)
                .query((row, n) ->
                        new Liabilities.TwofoldMove(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
        return jdbc.sql(
                        "SELECT COALESCE(SUM(principal_minor), 0), COALESCE(SUM(bonus_minor), 0) FROM agg_stored_value_day")
                .query((row, n) -> new Liabilities.StoredValue(row.getLong(1), row.getLong(2), moves))
                .single();
    }

    private Liabilities.Deposits deposits(LocalDate from, LocalDate to) {
        List<Liabilities.Move> moves = moves("""
                SELECT kind, COUNT(*), SUM(amount_minor) FROM fact_deposit
                WHERE business_date BETWEEN ? AND ? GROUP BY kind ORDER BY kind
                """, from, to);
        return jdbc.sql("""
                        SELECT COALESCE(SUM(amount_minor), 0), COALESCE(SUM(IF(kind = 'RECEIVED', 1, -1)), 0) FROM fact_deposit
                        """)
                .query((row, n) -> new Liabilities.Deposits(row.getLong(1), row.getLong(2), moves))
                .single();
    }

    private List<Liabilities.Move> moves(String sql, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .params(from, to)
                .query((row, n) -> new Liabilities.Move(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private Liabilities.Points points() {
        Long rate = rate();
        return jdbc.sql("SELECT COALESCE(SUM(balance), 0), COALESCE(SUM(balance > 0), 0) FROM agg_points")
                .query((row, n) -> new Liabilities.Points(
                        row.getLong(1), row.getLong(2), rate, rate == null ? null : worth(row.getLong(1), rate)))
                .single();
    }

    /** The other figures are worth having while member-service is away. */
    private @Nullable Long rate() {
        try {
            return pointsRule.current().pointsPerCurrencyUnit();
        } catch (RuntimeException e) {
            LOG.warn("what points are worth is not known now: {}", e.toString());
            return null;
        }
    }

    private long worth(long points, long rate) {
        long minor = 1;
        for (int i = 0; i < Currency.getInstance(currency).getDefaultFractionDigits(); i++) {
            minor *= 10;
        }
        return Math.multiplyExact(points, minor) / rate;
    }

    private @Nullable Instant lastEventAt() {
        return jdbc.sql("SELECT last_event_at FROM freshness WHERE id = 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
