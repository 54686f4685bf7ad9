package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads of cards. */
@Component
public class CardQueries {

    private static final String COLUMNS = """
            SELECT c.*,
                (SELECT JSON_ARRAYAGG(s.sku_id) FROM card_service s WHERE s.card_id = c.id) AS services,
                (SELECT JSON_ARRAYAGG(s.store_id) FROM card_store s WHERE s.card_id = c.id) AS stores
            FROM card c
            """;

    private static final TypeReference<List<Long>> IDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CardQueries(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A member's cards, the newest first, at most 200. */
    public List<CardView> ofMember(MemberKey member) {
        return jdbc.sql(COLUMNS + "WHERE c.member_key = ? ORDER BY c.id DESC LIMIT 200")
                .params(member.value())
                .query(this::view)
                .list();
    }

    /** A card, whoever has it; for those who may see it. */
    public CardView card(long cardId) {
        return jdbc.sql(COLUMNS + "WHERE c.id = ?")
                .params(cardId)
                .query(this::view)
                .optional()
                .orElseThrow(CardProblem.CARD_UNKNOWN::with);
    }

    /** Whether the card is this member's. */
    public boolean isOwn(MemberKey member, long cardId) {
        return jdbc.sql("SELECT COUNT(*) FROM card WHERE id = ? AND member_key = ?")
                        .params(cardId, member.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The newest uses of a member's card, at most {@code limit}; another member's card is unknown. */
    public List<CardUseEntry> uses(MemberKey member, long cardId, int limit) {
        if (!isOwn(member, cardId)) {
            throw CardProblem.CARD_UNKNOWN.with();
        }
        return jdbc.sql("""
                        SELECT u.use_id, u.service_sku_id, u.store_id, u.staff_id, u.uses_left, u.used_at, u.given_back_at,
                            u.member_key, s.relation
                        FROM card_use u LEFT JOIN card_share s ON s.id = u.share_id
                        WHERE u.card_id = ? ORDER BY u.used_at DESC, u.use_id DESC LIMIT ?
                        """)
                .params(cardId, limit)
                .query((row, n) -> new CardUseEntry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getTimestamp(6).toInstant(),
                        instant(row.getTimestamp(7)),
                        row.getString(8),
                        row.getString(9)))
                .list();
    }

    /** The newest deductions from all of a member's cards, by himself and by whom he shares them with; at most {@code limit}. */
    public List<ScannedUse> latestUses(MemberKey member, int limit) {
        return jdbc.sql("""
                        SELECT c.id, c.name, c.kind, u.use_id, u.service_sku_id, u.store_id, s.name, u.staff_id, u.uses_left,
                            u.used_at, u.given_back_at
                        FROM card c JOIN card_use u ON u.card_id = c.id
                        LEFT JOIN card_share h ON h.id = u.share_id
                        LEFT JOIN store s ON s.id = u.store_id
                        WHERE c.member_key = ? AND COALESCE(h.owner_key, u.member_key) = c.member_key
                        ORDER BY u.used_at DESC, u.use_id DESC LIMIT ?
                        """)
                .params(member.value(), limit)
                .query((row, n) -> new ScannedUse(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(3).equals("PUNCH") ? row.getLong(9) : null,
                        row.getTimestamp(10).toInstant(),
                        instant(row.getTimestamp(11))))
                .list();
    }

    private CardView view(ResultSet row, int n) throws SQLException {
        Instant until = instant(row.getTimestamp("valid_until"));
        return new CardView(
                row.getString("id"),
                row.getString("product_sku_id"),
                row.getString("name"),
                row.getString("kind"),
                status(row, until),
                row.getLong("uses_total"),
                row.getLong("uses_left"),
                row.getTimestamp("valid_from").toInstant(),
                until,
                instant(row.getTimestamp("frozen_at")),
                ids(row.getString("services")),
                ids(row.getString("stores")));
    }

    private String status(ResultSet row, @Nullable Instant until) throws SQLException {
        String status = row.getString("status");
        String lockedBy = row.getString("locked_by");
        if (lockedBy != null) {
            return lockedBy.startsWith("REFUND")
                    ? "REFUNDING"
                    : lockedBy.startsWith("TRANSFER") ? "IN_TRANSFER" : "LOST";
        }
        if (!status.equals("ACTIVE")) {
            return status;
        }
        if (until != null && !until.isAfter(clock.instant())) {
            return "ENDED";
        }
        return row.getString("kind").equals("PUNCH") && row.getLong("uses_left") == 0 ? "USED_UP" : status;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private List<String> ids(@Nullable String array) {
        return array == null
                ? List.of()
                : json.readValue(array, IDS).stream()
                        .sorted()
                        .map(String::valueOf)
                        .toList();
    }
}
