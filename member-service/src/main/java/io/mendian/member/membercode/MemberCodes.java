package io.mendian.member.membercode;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.crypto.FieldCipher;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code member_code}; of a code only a keyed hash is kept. */
@Repository
class MemberCodes {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    MemberCodes(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** usedFor: the scan that used it, when whoever scanned gave it a name. */
    record MemberCodeRow(
            MemberKey member,
            boolean used,
            @Nullable Long usedStore,
            @Nullable String usedFor) {}

    /** Locks the member, so that of two codes asked for at once one ends the other; false when there is no such member. */
    boolean lockMember(MemberKey member) {
        return !jdbc.sql("SELECT member_key FROM member WHERE member_key = ? AND state = 'ACTIVE' FOR UPDATE")
                .params(member.value())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    void endOlder(MemberKey member, Instant now) {
        jdbc.sql("UPDATE member_code SET expires_at = ? WHERE member_key = ? AND expires_at > ? AND used_at IS NULL")
                .params(Timestamp.from(now), member.value(), Timestamp.from(now))
                .update();
    }

    void insert(MemberKey member, String code, Instant now, Instant expires) {
        jdbc.sql("INSERT INTO member_code (code_hash, member_key, issued_at, expires_at) VALUES (?, ?, ?, ?)")
                .params(hash(code), member.value(), Timestamp.from(now), Timestamp.from(expires))
                .update();
    }

    /** Uses a live code; false when it is not live, or somebody was faster. */
    boolean use(String code, StoreId store, @Nullable String useId, Instant now) {
        return jdbc.sql("""
                        UPDATE member_code SET used_at = ?, used_store = ?, used_for = ?
                        WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?
                        """)
                        .params(Arrays.asList(
                                Timestamp.from(now), store.value(), useId, hash(code), Timestamp.from(now)))
                        .update()
                == 1;
    }

    /** Uses a live code outside of any store; false when it is not live, or somebody was faster. */
    boolean useBy(String code, String scanner, Instant now) {
        return jdbc.sql(
                                "UPDATE member_code SET used_at = ?, used_for = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?")
                        .params(Timestamp.from(now), scanner, hash(code), Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<MemberCodeRow> find(String code) {
        return jdbc.sql("SELECT member_key, used_at, used_store, used_for FROM member_code WHERE code_hash = ?")
                .params(hash(code))
                .query((row, n) -> new MemberCodeRow(
                        MemberKey.of(row.getLong(1)),
                        row.getTimestamp(2) != null,
                        row.getObject(3, Long.class),
                        row.getString(4)))
                .optional();
    }

    int forgetOld(Instant before, int limit) {
        return jdbc.sql("DELETE FROM member_code WHERE expires_at < ? ORDER BY expires_at LIMIT ?")
                .params(Timestamp.from(before), limit)
                .update();
    }

    private String hash(String code) {
        return cipher.blindIndex("member_code", code);
    }
}
