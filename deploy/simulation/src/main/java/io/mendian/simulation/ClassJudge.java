package io.mendian.simulation;

import io.mendian.runtime.event.IncomingEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** I17, I18: a class has no more people than seats, nobody twice, and each who came through its door paid one use of his card. */
final class ClassJudge {

    private final World world;
    private final History history;
    private final List<String> wrong;
    private final Map<Long, Booking> bookings = new TreeMap<>();

    private record Booking(long session, long member, String state) {}

    ClassJudge(World world, History history, List<String> wrong) {
        this.world = world;
        this.history = history;
        this.wrong = wrong;
    }

    void judge() {
        world.node("booking-service").jdbc().query("SELECT id, session_id, member_key, state FROM booking", row -> {
            bookings.put(row.getLong(1), new Booking(row.getLong(2), row.getLong(3), row.getString(4)));
        });
        seats();
        uses();
        told();
        events();
    }

    private void seats() {
        Map<Long, Integer> live = new TreeMap<>();
        Set<String> people = new HashSet<>();
        bookings.forEach((id, booking) -> {
            if (!booking.state.equals("CANCELLED")) {
                live.merge(booking.session, 1, Integer::sum);
                if (!people.add(booking.session + " " + booking.member)) {
                    wrong.add("I17 member " + booking.member + " has two seats of class " + booking.session);
                }
            }
        });
        world.node("booking-service").jdbc().query("SELECT id, occupied, capacity FROM class_session", row -> {
            int seats = live.getOrDefault(row.getLong(1), 0);
            if (row.getInt(2) != seats || seats > row.getInt(3)) {
                wrong.add(
                        "I17 class " + row.getLong(1) + " has " + seats + " bookings, " + row.getInt(2) + " occupied");
            }
        });
    }

    /** The uses that were taken are those of the people who came, one each. */
    private void uses() {
        Set<String> came = new TreeSet<>();
        Map<Long, Long> timesCame = new TreeMap<>();
        bookings.forEach((id, booking) -> {
            if (booking.state.equals("CHECKED_IN")) {
                came.add(Long.toString(id));
                timesCame.merge(booking.member, 1L, Long::sum);
            }
        });
        Set<String> used = new TreeSet<>(world.node("member-service")
                .jdbc()
                .queryForList("SELECT use_id FROM card_use WHERE status = 'USED'", String.class));
        if (!used.equals(came)) {
            wrong.add("I18 uses were taken for " + used + ", people came for " + came);
        }
        Verdict.numbers(
                        world,
                        "member-service",
                        "SELECT member_key, SUM(uses_total - uses_left) FROM card" + " GROUP BY member_key")
                .forEach((member, gone) -> {
                    if (gone != Verdict.at(timesCame, member)) {
                        wrong.add("I18 member " + member + " has paid " + gone + " uses for "
                                + Verdict.at(timesCame, member) + " classes");
                    }
                });
    }

    /** I27 */
    private void told() {
        history.booked().forEach(id -> {
            if (!bookings.containsKey(Long.parseLong(id))) {
                wrong.add("I27 somebody was told of booking " + id);
            }
        });
        history.ended().forEach((id, how) -> {
            Booking booking = bookings.get(Long.parseLong(id));
            if (booking == null || !booking.state.equals(how)) {
                wrong.add("I27 somebody was told that booking " + id + " is " + how + ", it is " + booking);
            }
        });
    }

    private void events() {
        Map<String, Integer> told = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (IncomingEvent event : world.bus().of("mendian.booking")) {
            if (seen.add(event.id())) {
                told.merge(event.type() + " " + event.key(), 1, Integer::sum);
            }
        }
        bookings.forEach((id, booking) -> {
            compare(told, "booking.made.v1 " + id, 1);
            compare(told, "booking.cancelled.v1 " + id, booking.state.equals("CANCELLED") ? 1 : 0);
            compare(told, "booking.checked-in.v1 " + id, booking.state.equals("CHECKED_IN") ? 1 : 0);
        });
    }

    private void compare(Map<String, Integer> told, String what, int expected) {
        if (told.getOrDefault(what, 0) != expected) {
            wrong.add("P2 " + what + " was told " + told.get(what) + " times instead of " + expected);
        }
    }
}
