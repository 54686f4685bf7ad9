package io.mendian.member.hold;

import io.mendian.runtime.books.Rebuild;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a member's stored value again from its two ledgers and the live holds. */
@Component
class RebuildWallet implements Rebuild {

    private static final String READ =
            "SELECT principal_minor, bonus_minor, held_principal_minor, held_bonus_minor FROM"
                    + " wallet_account WHERE member_key = ? FOR UPDATE";

    private final JdbcTemplate jdbc;

    RebuildWallet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "WALLET";
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String rebuild(String subjectId) {
        long member = Long.parseLong(subjectId);
        List<Map<String, Object>> before = jdbc.queryForList(READ, member);
        jdbc.update("""
                UPDATE wallet_account SET
                    principal_minor = (SELECT COALESCE(SUM(e.delta_minor), 0) FROM wallet_entry e
                        WHERE e.member_key = wallet_account.member_key AND e.kind = 'PRINCIPAL'),
                    bonus_minor = (SELECT COALESCE(SUM(e.delta_minor), 0) FROM wallet_entry e
                        WHERE e.member_key = wallet_account.member_key AND e.kind = 'BONUS'),
                    held_principal_minor = (SELECT COALESCE(SUM(h.principal_minor), 0) FROM asset_hold h
                            WHERE h.member_key = wallet_account.member_key AND h.status = 'HELD')
                        + (SELECT COALESCE(SUM(r.principal_minor), 0) FROM asset_refund r
                            WHERE r.member_key = wallet_account.member_key AND r.status = 'HELD' AND r.kind = 'RECHARGE')
                        + (SELECT COALESCE(SUM(t.principal_minor + t.fee_principal_minor), 0) FROM asset_transfer t
                            WHERE t.from_key = wallet_account.member_key AND t.status = 'OFFERED'),
                    held_bonus_minor = (SELECT COALESCE(SUM(h.bonus_minor), 0) FROM asset_hold h
                            WHERE h.member_key = wallet_account.member_key AND h.status = 'HELD')
                        + (SELECT COALESCE(SUM(r.bonus_minor), 0) FROM asset_refund r
                            WHERE r.member_key = wallet_account.member_key AND r.status = 'HELD' AND r.kind = 'RECHARGE')
                        + (SELECT COALESCE(SUM(t.bonus_minor + t.fee_bonus_minor), 0) FROM asset_transfer t
                            WHERE t.from_key = wallet_account.member_key AND t.status = 'OFFERED')
                WHERE member_key = ?
                """, member);
        return before + " → " + jdbc.queryForList(READ, member);
    }
}
