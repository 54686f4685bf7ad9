package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is left of a recharge: of its principal and of its bonus. */
@Component
public class RechargeLeft {

    private final JdbcTemplate jdbc;

    RechargeLeft(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public StoredValue of(MemberKey member, String orderId, String lineId) {
        String lot = orderId + ":" + lineId;
        return new StoredValue(
                left(member, "PRINCIPAL").getOrDefault(lot, 0L),
                left(member, "BONUS").getOrDefault(lot, 0L));
    }

    // the whole ledger of one member: where a balance comes from is known only from its beginning
    private Map<String, Long> left(MemberKey member, String kind) {
        List<WalletLots.Posting> ledger = jdbc.query(
                "SELECT delta_minor, cause_type, cause_id FROM wallet_entry WHERE member_key = ? AND kind = ? ORDER BY id",
                (row, n) -> new WalletLots.Posting(row.getLong(1), row.getString(2), row.getString(3)),
                member.value(),
                kind);
        return WalletLots.leftOf(ledger);
    }
}
