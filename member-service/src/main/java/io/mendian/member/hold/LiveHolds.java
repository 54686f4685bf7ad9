package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberHoldings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member with an order on its way holds something. */
@Component
class LiveHolds implements MemberHoldings {

    private final JdbcClient jdbc;

    LiveHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holdsAnything(MemberKey key) {
        return !jdbc.sql("SELECT hold_id FROM asset_hold WHERE member_key = ? AND status = 'HELD' LIMIT 1")
                .params(key.value())
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
