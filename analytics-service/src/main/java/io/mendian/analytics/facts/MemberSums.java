package io.mendian.analytics.facts;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who the members are and what each of them bought. */
@Component
class MemberSums {

    private static final List<String> SUMS = Sql.names(Measure.OF_MEMBERS);

    private static final class Bought {
        private final Tally tally = new Tally();
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void add(SaleFact fact) {
            tally.plus(fact.tally());
            if (fact.tally().of(Measure.ORDERS) > 0) {
                first = first == null || fact.date().isBefore(first) ? fact.date() : first;
                last = last == null || fact.date().isAfter(last) ? fact.date() : last;
            }
        }
    }

    private final JdbcTemplate jdbc;

    MemberSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The level is that of the latest word; the rest is what was said first. */
    void put(Collection<MemberRow> members) {
        List<Object[]> rows = members.stream()
                .sorted(Comparator.comparing(MemberRow::memberKey))
                .map(member -> new Object[] {
                    member.memberKey(),
                    member.level(),
                    Timestamp.from(member.levelAt()),
                    member.source(),
                    member.store() == null ? null : member.store().value(),
                    member.joined(),
                    member.history()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO dim_member (member_key, level_code, level_at, source, store_id, joined_date, history)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                        level_code = IF(VALUES(level_at) >= level_at, VALUES(level_code), level_code),
                        level_at = GREATEST(level_at, VALUES(level_at)),
                        source = COALESCE(source, VALUES(source)),
                        store_id = COALESCE(store_id, VALUES(store_id)),
                        joined_date = COALESCE(joined_date, VALUES(joined_date)),
                        history = (history OR VALUES(history))
                    """, rows);
        }
    }

    void add(List<SaleFact> facts) {
        Map<Long, Bought> sums = new TreeMap<>();
        for (SaleFact fact : facts) {
            if (fact.member() != null) {
                sums.computeIfAbsent(fact.member(), key -> new Bought()).add(fact);
            }
        }
        if (sums.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        sums.forEach((member, bought) -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(member);
            row.add(bought.first);
            row.add(bought.last);
            row.addAll(bought.tally.values(Measure.OF_MEMBERS));
            rows.add(row.toArray());
        });
        jdbc.batchUpdate(
                "INSERT INTO agg_member (member_key, returned_orders, first_date, last_date, " + String.join(", ", SUMS)
                        + ") VALUES (?, 0, ?, ?, " + Sql.marks(SUMS.size()) + ") ON DUPLICATE KEY UPDATE "
                        + """
                        first_date = COALESCE(LEAST(first_date, VALUES(first_date)), first_date, VALUES(first_date)),
                        last_date = COALESCE(GREATEST(last_date, VALUES(last_date)), last_date, VALUES(last_date)),
                        """
                        + Sql.adding(SUMS),
                rows);
        returned(sums.keySet());
    }

    /** An order of which nothing is left is no purchase any more; rare, so it is counted anew from the facts. */
    private void returned(Collection<Long> members) {
        List<Long> affected = jdbc.queryForList(
                "SELECT DISTINCT member_key FROM fact_refund WHERE whole_order AND member_key" + Sql.in(members)
                        + " ORDER BY member_key",
                Long.class,
                members.toArray());
        for (long member : affected) {
            jdbc.update("""
                    UPDATE agg_member,
                        (SELECT COUNT(*) AS bought, COALESCE(SUM(kept), 0) AS kept,
                                MIN(IF(kept = 1, business_date, NULL)) AS first_kept,
                                MAX(IF(kept = 1, business_date, NULL)) AS last_kept
                         FROM (SELECT o.business_date, NOT EXISTS (
                                       SELECT 1 FROM fact_refund r WHERE r.order_id = o.order_id AND r.whole_order) AS kept
                               FROM fact_order o WHERE o.member_key = ? AND o.orders = 1) each_order) counted
                    SET returned_orders = counted.bought - counted.kept,
                        first_date = counted.first_kept,
                        last_date = counted.last_kept
                    WHERE member_key = ?
                    """, member, member);
        }
    }
}
