package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code member_change}: what was changed in a profile, by whom and when; values are sealed. */
@Repository
class MemberChanges {

    private final JdbcClient jdbc;
    private final MemberSeals seals;

    MemberChanges(JdbcClient jdbc, MemberSeals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** Keeps a change; a value that stays the same is none. */
    void add(long key, String field, @Nullable String old, @Nullable String now, String actor, Instant at) {
        if (Objects.equals(old, now)) {
            return;
        }
        long id = Ids.next();
        jdbc.sql("""
                        INSERT INTO member_change (id, member_key, field, old_sealed, new_sealed, actor, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        key,
                        field,
                        seals.sealChange(id, old),
                        seals.sealChange(id, now),
                        actor,
                        Timestamp.from(at)))
                .update();
    }

    List<ProfileChange> of(MemberKey key, int limit) {
        return jdbc.sql(
                        "SELECT field, actor, changed_at FROM member_change WHERE member_key = ? ORDER BY id DESC LIMIT ?")
                .params(key.value(), limit)
                .query((row, n) -> new ProfileChange(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }
}
