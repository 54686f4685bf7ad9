package io.mendian.member.signin;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of pickup vouchers. A voucher is handed over once. */
@Repository
class Vouchers {

    private static final long CODES = 100_000_000_000_000L;

    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();

    Vouchers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void issue(MemberKey member, String title, String causeType, String causeId, Instant validUntil) {
        jdbc.update(
                """
                INSERT INTO pickup_voucher (voucher_id, code, member_key, title, cause_type, cause_id, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.next(),
                String.format("PV%014d", random.nextLong(CODES)),
                member.value(),
                title,
                causeType,
                causeId,
                Timestamp.from(validUntil));
    }

    Optional<VoucherView> find(String code) {
        return jdbc.query("SELECT * FROM pickup_voucher WHERE code = ?", Vouchers::view, code).stream()
                .findFirst();
    }

    List<VoucherView> ofMember(MemberKey member, long before, int limit) {
        return jdbc.query("""
                SELECT * FROM pickup_voucher WHERE member_key = ? AND voucher_id < ? ORDER BY voucher_id DESC LIMIT ?
                """, Vouchers::view, member.value(), before, limit);
    }

    /** False when it was handed over before, or its time is over. */
    boolean handOver(String code, long storeId, String staff, Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.update("""
                        UPDATE pickup_voucher SET used_at = ?, used_store = ?, used_staff = ?
                        WHERE code = ? AND used_at IS NULL AND valid_until > ?
                        """, at, storeId, staff, code, at) == 1;
    }

    private static VoucherView view(ResultSet row, int n) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        long store = row.getLong("used_store");
        String usedStore = row.wasNull() ? null : Long.toString(store);
        return new VoucherView(
                Long.toString(row.getLong("voucher_id")),
                row.getString("code"),
                Long.toString(row.getLong("member_key")),
                row.getString("title"),
                row.getTimestamp("valid_until").toInstant(),
                used == null ? null : used.toInstant(),
                usedStore);
    }
}
