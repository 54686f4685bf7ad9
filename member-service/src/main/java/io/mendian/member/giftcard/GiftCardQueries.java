package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of gift cards. */
@Component
public class GiftCardQueries {

    private final JdbcClient jdbc;

    GiftCardQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cards a member holds, and those he bought for others; the newest first, at most 200. */
    public List<GiftCardView> ofMember(MemberKey member) {
        return jdbc.sql("SELECT * FROM gift_card WHERE holder_key = ? OR buyer_key = ? ORDER BY id DESC LIMIT 200")
                .params(member.value(), member.value())
                .query((row, n) -> view(row, member))
                .list();
    }

    /** A card, for whoever may see every card. */
    public GiftCardView card(long id) {
        return jdbc.sql("SELECT * FROM gift_card WHERE id = ?")
                .params(id)
                .query((row, n) -> view(row, null))
                .optional()
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
    }

    /** Who holds a card. */
    public MemberKey holderOf(long id) {
        return jdbc.sql("SELECT holder_key FROM gift_card WHERE id = ?")
                .params(id)
                .query(Long.class)
                .optional()
                .map(MemberKey::of)
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
    }

    GiftCardView own(MemberKey holder, long id) {
        return jdbc.sql("SELECT * FROM gift_card WHERE id = ? AND holder_key = ?")
                .params(id, holder.value())
                .query((row, n) -> view(row, holder))
                .optional()
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
    }

    /** The ledger of a card that the member holds, the newest first; another's card is unknown. */
    public List<GiftCardView.Entry> entries(MemberKey holder, long id, @Nullable Long cursor, int limit) {
        own(holder, id);
        return entries(id, cursor, limit);
    }

    /** The ledger of a card, the newest first. */
    public List<GiftCardView.Entry> entries(long id, @Nullable Long cursor, int limit) {
        return jdbc.sql("""
                        SELECT id, delta_minor, balance_after, cause_type, cause_id, posted_at FROM gift_card_entry
                        WHERE gift_card_id = ? AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .params(id, cursor == null ? Long.MAX_VALUE : cursor, limit)
                .query((row, n) -> new GiftCardView.Entry(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    private static GiftCardView view(ResultSet row, @Nullable MemberKey reader) throws SQLException {
        return new GiftCardView(
                row.getString("id"),
                row.getString("name"),
                row.getBoolean("named"),
                reader != null && row.getLong("holder_key") == reader.value(),
                row.getLong("value_minor"),
                row.getLong("balance_minor"),
                row.getLong("held_minor"),
                row.getString("status"),
                row.getString("code_tail"),
                row.getTimestamp("valid_until").toInstant(),
                row.getTimestamp("issued_at").toInstant());
    }
}
