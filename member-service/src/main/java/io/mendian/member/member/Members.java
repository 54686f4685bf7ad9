package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code member}, {@code member_store}, {@code member_identity} and {@code member_external}. */
@Repository
class Members {

    private static final String INSERT = """
            INSERT INTO member
                (member_key, phone_sealed, phone_index, phone_tail, name_sealed, name_index, birthday, gender,
                 registration_store, source, state, version, joined_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', 1, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Members(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Who a takeover calls by which name. */
    record External(String source, String ref, long memberKey) {}

    void insert(MemberRow row, Instant now) {
        jdbc.sql(INSERT).params(Arrays.asList(values(row, now))).update();
    }

    /** Many at once; the driver makes multi-row statements of it. */
    void insertAll(List<MemberRow> rows, Instant now) {
        template.batchUpdate(INSERT, rows.stream().map(row -> values(row, now)).toList());
    }

    private static @Nullable Object[] values(MemberRow row, Instant now) {
        return new @Nullable Object[] {
            row.memberKey(),
            row.phoneSealed(),
            row.phoneIndex(),
            row.phoneTail(),
            row.nameSealed(),
            row.nameIndex(),
            row.birthday(),
            row.gender().name(),
            row.registrationStore(),
            row.source(),
            UtcTime.of(row.joinedAt()),
            UtcTime.of(now)
        };
    }

    Optional<MemberRow> find(MemberKey key) {
        return jdbc.sql("SELECT * FROM member WHERE member_key = ?")
                .params(key.value())
                .query(Members::row)
                .optional();
    }

    /** Locks the member until commit. */
    Optional<MemberRow> findLocked(MemberKey key) {
        return jdbc.sql("SELECT * FROM member WHERE member_key = ? FOR UPDATE")
                .params(key.value())
                .query(Members::row)
                .optional();
    }

    Optional<MemberRow> findByPhone(String phoneIndex) {
        return jdbc.sql("SELECT * FROM member WHERE phone_index = ?")
                .params(phoneIndex)
                .query(Members::row)
                .optional();
    }

    List<MemberRow> findByPhones(List<String> phoneIndexes) {
        return phoneIndexes.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM member WHERE phone_index IN (:indexes)")
                        .param("indexes", phoneIndexes)
                        .query(Members::row)
                        .list();
    }

    Optional<MemberRow> findByIdentity(String kind, String index) {
        return jdbc.sql("""
                        SELECT m.* FROM member_identity i JOIN member m ON m.member_key = i.member_key
                        WHERE i.kind = ? AND i.identity_index = ?
                        """).params(kind, index).query(Members::row).optional();
    }

    void insertIdentity(String kind, String index, String sealed, long key, Instant now) {
        jdbc.sql("""
                        INSERT INTO member_identity (kind, identity_index, sealed, member_key, bound_at)
                        VALUES (?, ?, ?, ?, ?)
                        """).params(kind, index, sealed, key, Timestamp.from(now)).update();
    }

    void moveIdentities(long from, long to) {
        jdbc.sql("UPDATE member_identity SET member_key = ? WHERE member_key = ?")
                .params(to, from)
                .update();
    }

    List<External> findExternals(String source, List<String> refs) {
        return refs.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM member_external WHERE source = :source AND external_ref IN (:refs)")
                        .param("source", source)
                        .param("refs", refs)
                        .query((row, n) -> new External(
                                row.getString("source"), row.getString("external_ref"), row.getLong("member_key")))
                        .list();
    }

    void insertExternals(List<External> externals) {
        template.batchUpdate(
                "INSERT INTO member_external (source, external_ref, member_key) VALUES (?, ?, ?)",
                externals.stream()
                        .map(one -> new Object[] {one.source, one.ref, one.memberKey})
                        .toList());
    }

    Set<Long> storesAmong(Set<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT id FROM store WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query(Long.class)
                        .list());
    }

    /** The store knows the member from now on; a second time changes nothing. */
    void know(long key, long store, Instant now) {
        knowAll(List.<Object[]>of(new Object[] {key, store, Timestamp.from(now)}));
    }

    void met(long key, long store, Instant now) {
        jdbc.sql("""
                        INSERT INTO member_store (member_key, store_id, since)
                        SELECT m.member_key, s.id, ? FROM member m JOIN store s ON s.id = ?
                        WHERE m.member_key = ? AND m.state = 'ACTIVE'
                        ON DUPLICATE KEY UPDATE since = member_store.since
                        """).params(Timestamp.from(now), store, key).update();
    }

    void knowAll(List<Object[]> rows) {
        template.batchUpdate("""
                        INSERT INTO member_store (member_key, store_id, since) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE since = since
                        """, rows);
    }

    boolean known(MemberKey key, List<StoreId> stores) {
        return !stores.isEmpty()
                && !jdbc.sql("SELECT 1 FROM member_store WHERE member_key = :key AND store_id IN (:stores) LIMIT 1")
                        .param("key", key.value())
                        .param("stores", stores.stream().map(StoreId::value).toList())
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }

    /** Sets or changes the phone; whoever saw an older version is refused. */
    void setPhone(long key, String sealed, String index, String tail, long seen, Instant now) {
        int rows = jdbc.sql("""
                        UPDATE member SET phone_sealed = ?, phone_index = ?, phone_tail = ?, version = version + 1,
                            changed_at = ?
                        WHERE member_key = ? AND version = ? AND state = 'ACTIVE'
                        """)
                .params(sealed, index, tail, Timestamp.from(now), key, seen)
                .update();
        Guard.one(rows, () -> new IllegalStateException("the member was locked, and yet changed"));
    }

    void setProfile(
            MemberRow row,
            @Nullable String nameSealed,
            @Nullable String nameIndex,
            @Nullable LocalDate birthday,
            Gender gender,
            Instant now) {
        int rows = jdbc.sql("""
                        UPDATE member SET name_sealed = ?, name_index = ?, birthday = ?, gender = ?,
                            version = version + 1, changed_at = ?
                        WHERE member_key = ? AND version = ? AND state = 'ACTIVE'
                        """)
                .params(Arrays.asList(nameSealed, nameIndex, birthday, gender.name(), Timestamp.from(now)))
                .params(row.memberKey(), row.version())
                .update();
        Guard.one(rows, () -> new IllegalStateException("the member was locked, and yet changed"));
    }

    void merge(long from, long into, Instant now) {
        int rows = jdbc.sql("""
                        UPDATE member SET state = 'MERGED', merged_into = ?, version = version + 1, changed_at = ?
                        WHERE member_key = ? AND state = 'ACTIVE'
                        """).params(into, Timestamp.from(now), from).update();
        Guard.one(rows, () -> new IllegalStateException("the member was locked, and yet merged"));
    }

    static MemberRow row(ResultSet row, int n) throws SQLException {
        return new MemberRow(
                row.getLong("member_key"),
                row.getString("phone_sealed"),
                row.getString("phone_index"),
                row.getString("phone_tail"),
                row.getString("name_sealed"),
                row.getString("name_index"),
                row.getObject("birthday", LocalDate.class),
                Gender.valueOf(row.getString("gender")),
                row.getObject("registration_store", Long.class),
                row.getString("source"),
                row.getObject("merged_into", Long.class),
                row.getLong("version"),
                row.getTimestamp("joined_at").toInstant());
    }
}
