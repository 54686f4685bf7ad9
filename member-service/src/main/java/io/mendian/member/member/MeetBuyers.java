package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets stores know the members who bought there, many with one statement. */
@Component
public class MeetBuyers {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    MeetBuyers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A member who bought in a store. */
    public record Met(MemberKey memberKey, StoreId storeId) {}

    /** Members and stores that do not exist are left out: that is what IGNORE is for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void meet(Collection<Met> met) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "INSERT IGNORE INTO member_store (member_key, store_id, since) VALUES (?, ?, ?)",
                met.stream()
                        .distinct()
                        .sorted(Comparator.comparing(
                                        (Met one) -> one.memberKey().value())
                                .thenComparing(one -> one.storeId().value()))
                        .map(one -> new Object[] {
                            one.memberKey().value(), one.storeId().value(), now
                        })
                        .toList());
    }
}
