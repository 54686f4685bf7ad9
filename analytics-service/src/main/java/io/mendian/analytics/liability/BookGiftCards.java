package io.mendian.analytics.liability;

import io.mendian.contracts.member.GiftCardChanged;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books a posting to a gift card, in its event's transaction and once, whatever is replayed; balance and day follow it. */
@Component
public class BookGiftCards {

    private final JdbcTemplate jdbc;
    private final ZoneId zone;
    private final String currency;

    BookGiftCards(
            JdbcTemplate jdbc,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone,
            @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.currency = currency;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(GiftCardChanged posting) {
        if (!posting.currency().equals(currency)) {
            throw new IllegalStateException("the chain's currency is " + currency + ", not " + posting.currency());
        }
        LocalDate date = LocalDate.ofInstant(posting.changedAt(), zone);
        int added = jdbc.update(
                """
                INSERT IGNORE INTO fact_gift_card
                    (gift_card_id, cause, reference, business_date, delta_minor, balance_minor, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                Long.parseLong(posting.giftCardId()),
                posting.cause(),
                posting.reference(),
                date,
                posting.deltaMinor(),
                posting.balanceMinor(),
                Timestamp.from(posting.changedAt()));
        if (added == 1) {
            jdbc.update("""
                    INSERT INTO agg_gift_card (gift_card_id, balance_minor) VALUES (?, ?)
                    ON DUPLICATE KEY UPDATE balance_minor = VALUES(balance_minor)
                    """, Long.parseLong(posting.giftCardId()), posting.balanceMinor());
            jdbc.update("""
                    INSERT INTO agg_gift_card_day (business_date, cause, entries, delta_minor) VALUES (?, ?, 1, ?)
                    ON DUPLICATE KEY UPDATE entries = entries + 1, delta_minor = delta_minor + VALUES(delta_minor)
                    """, date, posting.cause(), posting.deltaMinor());
        }
    }
}
