package io.mendian.member.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What tests of members' assets do again and again: sell, hold, look into the tables, and check the books. */
@Lazy
@Component
public class Assets {

    private final Api api;
    private final Deliveries deliveries;
    private final MovableClock clock;
    private final JdbcTemplate jdbc;
    private final BookQueries books;

    public Assets(Api api, Deliveries deliveries, MovableClock clock, JdbcTemplate jdbc, BookQueries books) {
        this.api = api;
        this.deliveries = deliveries;
        this.clock = clock;
        this.jdbc = jdbc;
        this.books = books;
    }

    /** Somebody who joined in a store of his own. */
    public MemberKey joined() {
        return People.joined(api, Shops.open(api).id(), People.phone());
    }

    public Sale saleTo(MemberKey member) {
        return Sale.to(member).at(clock.instant());
    }

    /** A notice that the member was told of, though nothing is about to expire; gives its id. */
    public String warned(MemberKey member) {
        String id = Long.toString(Ids.next());
        Timestamp day = Timestamp.from(clock.instant().plusSeconds(86_400));
        jdbc.update(
                "INSERT INTO points_warning (member_key, expires_at, points, warned_at) VALUES (?, ?, 1, ?)",
                member.value(),
                day,
                day);
        jdbc.update("""
                INSERT INTO member_notice (id, member_key, kind, cause_id, points, due_at, status, reason, next_try_at, made_at,
                    ended_at)
                VALUES (?, ?, 'POINTS_EXPIRING', ?, 1, ?, 'SKIPPED', 'NO_CHANNEL', ?, ?, ?)
                """, id, member.value(), id, day, day, day, day);
        return id;
    }

    /** The member buys for this much and has its points. */
    public void earn(MemberKey member, long netMinor) {
        deliveries.deliver(saleTo(member).goods(netMinor).paid());
    }

    public void recharge(MemberKey member, long principalMinor, long bonusMinor) {
        deliveries.deliver(saleTo(member).recharge(principalMinor, bonusMinor).paid());
    }

    /** Holds under the id of a sale for 15 minutes. */
    public Api.Answer hold(Sale sale, MemberKey member, long points, long storedValueMinor) {
        return asOrderService()
                .post(
                        "/internal/v1/holds",
                        Map.of(
                                "holdId",
                                sale.orderId().text(),
                                "memberKey",
                                member.text(),
                                "points",
                                points,
                                "storedValueMinor",
                                storedValueMinor,
                                "expiresAt",
                                clock.instant().plusSeconds(900)));
    }

    public Api asOrderService() {
        return api.as(Caller.machine("order-service"));
    }

    /** Runs the same thing many times at the same instant; every one of them must succeed. */
    public static <T> void race(int runners, IntFunction<Callable<T>> work) {
        Race.run(runners, work).forEach(outcome -> assertThat(outcome.failure()).isNull());
    }

    /** The one number that a statement gives for the member; 0 when there is no row. */
    public long number(String sql, MemberKey member) {
        return jdbc.queryForList(sql, Long.class, member.value()).stream()
                .mapToLong(value -> value == null ? 0 : value)
                .sum();
    }

    public long points(MemberKey member) {
        return number("SELECT balance FROM points_account WHERE member_key = ?", member);
    }

    public long freePoints(MemberKey member) {
        return number("SELECT balance - held FROM points_account WHERE member_key = ?", member);
    }

    /** Asserts that every book of members' assets balances; the books of the broker do not count, for it is away in tests. */
    public void balance() {
        List<BookResult> wrong = books.run().checks().stream()
                .filter(check -> !check.balanced())
                .filter(check ->
                        !check.name().startsWith("I19") && !check.name().startsWith("I22 no event"))
                .filter(check -> !check.name().startsWith("I9 no hold outlives"))
                .toList();
        assertThat(wrong).isEmpty();
    }
}
