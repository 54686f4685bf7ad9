package io.mendian.member.hold;

import io.mendian.runtime.books.Rebuild;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a member's points again from the ledger, the live holds and the debts. Lots are not made again: which of them is
 * wrong only a person can say, and while they differ from the ledger the hold stays.
 */
@Component
class RebuildPoints implements Rebuild {

    private static final String READ = "SELECT balance, held, debt FROM points_account WHERE member_key = ? FOR UPDATE";

    private final JdbcTemplate jdbc;

    RebuildPoints(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "POINTS";
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String rebuild(String subjectId) {
        long member = Long.parseLong(subjectId);
        List<Map<String, Object>> before = jdbc.queryForList(READ, member);
        jdbc.update("""
                UPDATE points_account SET
                    balance = (SELECT COALESCE(SUM(e.delta), 0) FROM points_entry e
                        WHERE e.member_key = points_account.member_key),
                    held = (SELECT COALESCE(SUM(h.points), 0) FROM asset_hold h
                            WHERE h.member_key = points_account.member_key AND h.status = 'HELD')
                        + (SELECT COALESCE(SUM(r.points), 0) FROM redemption r
                            WHERE r.member_key = points_account.member_key AND r.status = 'PENDING')
                        + (SELECT COALESCE(SUM(g.points), 0) FROM points_gift g
                            WHERE g.from_member = points_account.member_key AND g.status = 'OPEN'),
                    debt = (SELECT COALESCE(SUM(d.left_points), 0) FROM points_debt d
                        WHERE d.member_key = points_account.member_key)
                WHERE member_key = ?
                """, member);
        return before + " → " + jdbc.queryForList(READ, member);
    }
}
