package io.mendian.analytics.liability;

import io.mendian.contracts.order.DepositChanged;
import java.sql.Timestamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what becomes of the deposit of a pre-sale, in its event's transaction and each once. */
@Component
public class BookDeposits {

    private final JdbcTemplate jdbc;
    private final String currency;

    BookDeposits(JdbcTemplate jdbc, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.currency = currency;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(DepositChanged deposit) {
        if (!deposit.currency().equals(currency)) {
            throw new IllegalStateException("the chain's currency is " + currency + ", not " + deposit.currency());
        }
        jdbc.update(
                """
                INSERT IGNORE INTO fact_deposit (order_id, kind, store_id, amount_minor, business_date, changed_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                deposit.orderId().value(),
                deposit.kind(),
                deposit.storeId().value(),
                deposit.amountMinor(),
                deposit.businessDate(),
                Timestamp.from(deposit.changedAt()));
    }
}
