package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.client.MemberClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who stands at the till. A phone number names the member (and makes one of an unknown number) but lets nobody spend; the
 * code he shows does, at this store, for ten minutes.
 */
@Component
public class MembersAtTill {

    private static final Duration PRESENT_FOR = Duration.ofMinutes(10);

    private final MemberClient members;
    private final JdbcClient jdbc;
    private final Clock clock;

    MembersAtTill(MemberClient members, JdbcClient jdbc, Clock clock) {
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How the member is named; at most one of them. All null: a guest. */
    public record Named(
            @Nullable MemberKey key,
            @Nullable String code,
            @Nullable String phone) {}

    public Buyer find(Named named, StoreId store, StaffId staff) {
        if (named.code() != null) {
            MemberKey key = members.resolveCode(new MemberClient.CodeRequest(named.code(), store))
                    .memberKey();
            remember(store, key);
            return Buyer.atTill(key, true, staff);
        }
        if (named.phone() != null) {
            MemberKey key = members.byPhone(new MemberClient.PhoneRequest(named.phone(), store, "POS", staff))
                    .memberKey();
            return Buyer.atTill(key, isPresent(store, key), staff);
        }
        MemberKey key = named.key();
        return Buyer.atTill(key, key != null && isPresent(store, key), staff);
    }

    private void remember(StoreId store, MemberKey key) {
        Instant until = clock.instant().plus(PRESENT_FOR);
        jdbc.sql("""
                        INSERT INTO member_presence (store_id, member_key, until) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE until = VALUES(until)
                        """).params(store.value(), key.value(), Timestamp.from(until)).update();
    }

    private boolean isPresent(StoreId store, MemberKey key) {
        return jdbc.sql("SELECT COUNT(*) FROM member_presence WHERE store_id = ? AND member_key = ? AND until > ?")
                        .params(store.value(), key.value(), Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
