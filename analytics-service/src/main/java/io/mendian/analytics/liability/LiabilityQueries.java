package io.mendian.analytics.liability;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of liabilities. */
@Component
public class LiabilityQueries {

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final String currency;

    LiabilityQueries(JdbcClient jdbc, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.currency = currency;
    }

    /** Calendar days of the chain's zone, both included; null: open. */
    public Liabilities of(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<Liabilities.Move> moves = jdbc.sql("""
                        SELECT cause, SUM(entries), SUM(delta_minor) FROM agg_gift_card_day
                        WHERE business_date BETWEEN ? AND ? GROUP BY cause ORDER BY cause
                        """)
                .params(from == null ? FIRST : from, to == null ? LAST : to)
                .query((row, n) -> new Liabilities.Move(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
        long change = moves.stream().mapToLong(Liabilities.Move::amountMinor).sum();
        Liabilities.GiftCards cards = jdbc.sql(
                        "SELECT COALESCE(SUM(balance_minor), 0), COALESCE(SUM(balance_minor > 0), 0) FROM agg_gift_card")
                .query((row, n) -> new Liabilities.GiftCards(row.getLong(1), row.getLong(2), change, moves))
                .single();
        return new Liabilities(cards, currency, lastEventAt());
    }

    private @Nullable Instant lastEventAt() {
        return jdbc.sql("SELECT last_event_at FROM freshness WHERE id = 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
