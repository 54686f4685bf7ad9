package io.mendian.member.customerfile;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberHoldings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Points, stored value, cards, shares of cards, holds or purchases: whoever has one of them is not merged away without a human. */
@Component
class AssetHoldings implements MemberHoldings {

    private final JdbcClient jdbc;

    AssetHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holdsAnything(MemberKey key) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM points_entry WHERE member_key = :key)
                            OR EXISTS (SELECT 1 FROM wallet_entry WHERE member_key = :key)
                            OR EXISTS (SELECT 1 FROM card WHERE member_key = :key)
                            OR EXISTS (SELECT 1 FROM card_share WHERE open_member = :key)
                            OR EXISTS (SELECT 1 FROM gift_card WHERE holder_key = :key OR buyer_key = :key)
                            OR EXISTS (SELECT 1 FROM asset_hold WHERE member_key = :key)
                            OR EXISTS (SELECT 1 FROM consumption_record WHERE member_key = :key)
                        """).param("key", key.value()).query(Boolean.class).single();
    }
}
