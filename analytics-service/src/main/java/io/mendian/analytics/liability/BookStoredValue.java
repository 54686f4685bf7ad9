package io.mendian.analytics.liability;

import io.mendian.contracts.member.StoredValueChanged;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books a posting to stored value, in its event's transaction and once, whatever is replayed; the day follows it. */
@Component
public class BookStoredValue {

    private final JdbcTemplate jdbc;
    private final ZoneId zone;
    private final String currency;

    BookStoredValue(
            JdbcTemplate jdbc,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone,
            @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.currency = currency;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(StoredValueChanged posting) {
        if (!posting.currency().equals(currency)) {
            throw new IllegalStateException("the chain's currency is " + currency + ", not " + posting.currency());
        }
        LocalDate date = LocalDate.ofInstant(posting.changedAt(), zone);
        int added = jdbc.update(
                """
                INSERT IGNORE INTO fact_stored_value
                    (member_key, cause, reference, business_date, principal_minor, bonus_minor, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                posting.memberKey().value(),
                posting.cause(),
                posting.reference(),
                date,
                posting.principalDeltaMinor(),
                posting.bonusDeltaMinor(),
                Timestamp.from(posting.changedAt()));
        if (added == 1) {
            jdbc.update("""
                    INSERT INTO agg_stored_value_day (business_date, cause, entries, principal_minor, bonus_minor)
                    VALUES (?, ?, 1, ?, ?)
                    ON DUPLICATE KEY UPDATE entries = entries + 1, principal_minor = principal_minor + VALUES(principal_minor),
                        bonus_minor = bonus_minor + VALUES(bonus_minor)
                    """, date, posting.cause(), posting.principalDeltaMinor(), posting.bonusDeltaMinor());
        }
    }
}
