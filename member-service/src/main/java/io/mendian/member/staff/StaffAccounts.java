package io.mendian.member.staff;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.CommonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code staff} and {@code staff_store}. */
@Repository
class StaffAccounts {

    static final String LOGIN_INDEX = "staff.login";

    /** A region manager's stores are those below his region today; everybody else's are the bound ones. */
    private static final String SELECT = """
            SELECT s.*, COALESCE(
                (SELECT GROUP_CONCAT(b.store_id) FROM staff_store b WHERE b.staff_id = s.id),
                '') AS bound_stores
            FROM staff s
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    StaffAccounts(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(StaffRow row, LoginName login, @Nullable Long createdBy) {
        try {
            jdbc.sql("""
                            INSERT INTO staff
                                (id, realm, role, scope, region, login_index, login_sealed, name_sealed, phone_sealed,
                                 password_hash, must_change, active, created_by, created_at, changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE, ?, ?, ?)
                            """)
                    .params(row.id(), row.role().realm().name(), row.role().name())
                    .params(row.role().scope().name(), row.region(), index(login))
                    .params(Arrays.asList(row.loginSealed(), row.nameSealed(), row.phoneSealed(), row.passwordHash()))
                    .params(Arrays.asList(row.mustChange(), createdBy, at(row), at(row)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw StaffProblem.LOGIN_NAME_TAKEN.with("login", login.text());
        }
        bind(row.id(), row.stores());
    }

    /** Binds to stores; the foreign key refuses one that does not exist. */
    void bind(long id, Set<StoreId> stores) {
        jdbc.sql("DELETE FROM staff_store WHERE staff_id = ?").params(id).update();
        try {
            for (StoreId store : stores.stream()
                    .sorted(java.util.Comparator.comparing(StoreId::value))
                    .toList()) {
                jdbc.sql("INSERT INTO staff_store (staff_id, store_id) VALUES (?, ?)")
                        .params(id, store.value())
                        .update();
            }
        } catch (DataIntegrityViolationException e) {
            throw StaffProblem.STORE_UNKNOWN.with();
        }
    }

    Optional<StaffRow> find(StaffId id) {
        return jdbc.sql(SELECT + " WHERE s.id = ?")
                .params(id.value())
                .query(this::row)
                .optional();
    }

    Optional<StaffRow> findByLogin(LoginName login) {
        return jdbc.sql(SELECT + " WHERE s.login_index = ?")
                .params(index(login))
                .query(this::row)
                .optional();
    }

    /** Locks the account until commit, then reads it. */
    StaffRow requireLocked(StaffId id) {
        int found = jdbc.sql("SELECT id FROM staff WHERE id = ? FOR UPDATE")
                .params(id.value())
                .query(Long.class)
                .list()
                .size();
        Guard.one(found, CommonProblem.NOT_FOUND::with);
        return find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** Those of one store, or of all when null; oldest first, after the given id. */
    List<StaffRow> list(@Nullable Long store, boolean headquarters, boolean left, long after, int limit) {
        return jdbc.sql(SELECT + """
                         WHERE s.id > ? AND (? OR s.realm = 'STAFF') AND (? OR s.active)
                           AND (? IS NULL OR EXISTS (
                                SELECT 1 FROM staff_store w WHERE w.staff_id = s.id AND w.store_id = ?))
                         ORDER BY s.id LIMIT ?
                        """)
                .params(Arrays.asList(after, headquarters, left, store, store, limit))
                .query(this::row)
                .list();
    }

    boolean anyHeadquarters() {
        return !jdbc.sql("SELECT id FROM staff WHERE realm = 'HQ' LIMIT 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** The active stores in a region and below it. */
    Set<StoreId> storesBelow(String region) {
        return jdbc
                .sql("SELECT id FROM store WHERE region = ? OR region LIKE CONCAT(?, '/%')")
                .params(region, region.replace("%", "\\%").replace("_", "\\_"))
                .query(Long.class)
                .list()
                .stream()
                .map(StoreId::of)
                .collect(Collectors.toSet());
    }

    void change(StaffId id, String nameSealed, Role role, String region, Timestamp now) {
        int rows = jdbc.sql("""
                        UPDATE staff SET name_sealed = ?, role = ?, realm = ?, scope = ?, region = ?, changed_at = ?
                        WHERE id = ? AND active
                        """)
                .params(
                        nameSealed,
                        role.name(),
                        role.realm().name(),
                        role.scope().name(),
                        region,
                        now,
                        id.value())
                .update();
        Guard.one(rows, StaffProblem.STAFF_HAS_LEFT::with);
    }

    void leave(StaffId id, Timestamp now) {
        int rows = jdbc.sql("""
                        UPDATE staff SET active = FALSE, left_at = ?, changed_at = ? WHERE id = ? AND active
                        """).params(now, now, id.value()).update();
        Guard.one(rows, StaffProblem.STAFF_HAS_LEFT::with);
    }

    void password(StaffId id, String hash, boolean mustChange, Timestamp now) {
        int rows = jdbc.sql("""
                        UPDATE staff SET password_hash = ?, must_change = ?, changed_at = ? WHERE id = ? AND active
                        """).params(hash, mustChange, now, id.value()).update();
        Guard.one(rows, StaffProblem.STAFF_HAS_LEFT::with);
    }

    private String index(LoginName login) {
        return cipher.blindIndex(LOGIN_INDEX, login.text());
    }

    private static Timestamp at(StaffRow row) {
        return Timestamp.from(row.createdAt());
    }

    private StaffRow row(ResultSet row, int n) throws SQLException {
        Timestamp left = row.getTimestamp("left_at");
        String stores = row.getString("bound_stores");
        return new StaffRow(
                row.getLong("id"),
                Role.valueOf(row.getString("role")),
                row.getString("region"),
                row.getString("login_sealed"),
                row.getString("name_sealed"),
                row.getString("phone_sealed"),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                row.getBoolean("active"),
                row.getTimestamp("created_at").toInstant(),
                left == null ? null : left.toInstant(),
                Arrays.stream(stores.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(StoreId::parse)
                        .collect(Collectors.toSet()));
    }
}
