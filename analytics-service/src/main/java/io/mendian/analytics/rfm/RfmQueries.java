package io.mendian.analytics.rfm;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.Split;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores, classes and grades of all members at the end of a business date. */
@Component
public class RfmQueries {

    private static final int MOST = 200;

    private final PurchaseQueries purchases;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    RfmQueries(PurchaseQueries purchases, JdbcClient jdbc, @Value("${mendian.zone}") ZoneId zone, Clock clock) {
        this.purchases = purchases;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    private record Known(
            @Nullable String level,
            @Nullable String source,
            @Nullable LocalDate joined) {}

    /** stores null: the whole chain; otherwise only what was bought there counts. */
    public RfmView rfm(@Nullable LocalDate asked, @Nullable List<Long> stores) {
        LocalDate at = orToday(asked);
        RfmTable table = RfmTable.of(purchases.at(at, stores));
        int members = table.purchases().size();
        long[][][] scores = new long[6][6][6];
        long[] classes = new long[RfmClass.values().length];
        long[] grades = new long[Grade.values().length];
        for (int i = 0; i < members; i++) {
            int m = table.m(i);
            scores[table.r(i)][table.f(i)][m]++;
            classes[table.rfmClass(i).ordinal()]++;
            grades[Grade.of(m).ordinal()]++;
        }
        grades[Grade.POTENTIAL.ordinal()] = potential(at, stores);
        return new RfmView(
                at,
                members,
                new RfmView.Boundaries(
                        table.recency().boundaries(),
                        table.frequency().boundaries(),
                        table.monetary().boundaries()),
                scores(scores),
                classes(classes),
                grades(grades));
    }

    /** Members by rising key, after the cursor; limit 1 to 200. */
    public MemberPage members(
            @Nullable LocalDate asked, @Nullable List<Long> stores, @Nullable RfmClass only, long cursor, int limit) {
        LocalDate at = orToday(asked);
        RfmTable table = RfmTable.of(purchases.at(at, stores));
        int wanted = Math.clamp(limit, 1, MOST);
        List<Integer> page = new ArrayList<>();
        int i = table.purchases().after(cursor);
        for (; i < table.purchases().size() && page.size() <= wanted; i++) {
            if (only == null || table.rfmClass(i) == only) {
                page.add(i);
            }
        }
        boolean more = page.size() > wanted;
        List<Integer> shown = more ? page.subList(0, wanted) : page;
        Map<Long, Known> known =
                known(shown.stream().map(table.purchases()::key).toList());
        return new MemberPage(
                at,
                shown.stream().map(index -> member(table, index, at, known)).toList(),
                more ? MemberKey.of(table.purchases().key(shown.getLast())) : null);
    }

    private static MemberPage.Member member(RfmTable table, int i, LocalDate at, Map<Long, Known> known) {
        Purchases bought = table.purchases();
        Known member = known.getOrDefault(bought.key(i), new Known(null, null, null));
        return new MemberPage.Member(
                MemberKey.of(bought.key(i)),
                member.level(),
                member.source(),
                member.joined(),
                bought.orders(i),
                bought.spend(i),
                at.minusDays(bought.days(i)),
                bought.days(i),
                table.r(i),
                table.f(i),
                table.m(i),
                table.rfmClass(i),
                Grade.of(table.m(i)));
    }

    private Map<Long, Known> known(List<Long> keys) {
        Map<Long, Known> known = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("SELECT member_key, level_code, source, joined_date FROM dim_member WHERE member_key IN (:keys)")
                    .param("keys", keys)
                    .query(row -> {
                        known.put(
                                row.getLong(1),
                                new Known(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)));
                    });
        }
        return known;
    }

    /** Joined by that date and has not bought (anywhere) by then; a store's own when stores are given. */
    private long potential(LocalDate at, @Nullable List<Long> stores) {
        return jdbc.sql("SELECT COUNT(*) FROM dim_member d WHERE d.joined_date <= :at "
                        + (stores == null ? "" : "AND d.store_id IN (:stores) ")
                        + "AND NOT EXISTS (SELECT 1 FROM fact_order o WHERE o.member_key = d.member_key"
                        + " AND o.orders = 1 AND o.business_date <= :at)")
                .param("at", at)
                .param("stores", stores == null || stores.isEmpty() ? List.of(-1L) : stores)
                .query(Long.class)
                .single();
    }

    private LocalDate orToday(@Nullable LocalDate asked) {
        return asked == null ? LocalDate.now(clock.withZone(zone)) : asked;
    }

    private static List<RfmView.Score> scores(long[][][] counts) {
        List<RfmView.Score> scores = new ArrayList<>();
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    if (counts[r][f][m] > 0) {
                        scores.add(new RfmView.Score(r, f, m, counts[r][f][m]));
                    }
                }
            }
        }
        return scores;
    }

    private static List<RfmView.InClass> classes(long[] counts) {
        long all = java.util.Arrays.stream(counts).sum();
        long[] shares = all == 0 ? counts : Split.byWeight(1000, counts);
        List<RfmView.InClass> classes = new ArrayList<>();
        for (RfmClass each : RfmClass.values()) {
            classes.add(new RfmView.InClass(each, each.zh(), counts[each.ordinal()], shares[each.ordinal()]));
        }
        return classes;
    }

    private static List<RfmView.InGrade> grades(long[] counts) {
        List<RfmView.InGrade> grades = new ArrayList<>();
        for (Grade each : Grade.values()) {
            grades.add(new RfmView.InGrade(each, each.zh(), counts[each.ordinal()]));
        }
        return grades;
    }
}
