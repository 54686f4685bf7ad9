package io.mendian.simulation;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Books a class with few seats and comes to its door with a card of few uses; or cancels, or does both, or just walks in. */
final class ClassVisit extends Person {

    private static final int CODES = 4;

    private final MemberKey member;
    private final boolean unhurried;

    ClassVisit(Seat seat) {
        super(seat);
        member = shop.members().get(oneIn(3) ? 0 : number % shop.members().size());
        unhurried = oneIn(2);
    }

    private Caller me() {
        return Caller.member(member);
    }

    @Override
    void run() {
        pause(unhurried ? 20 : 1);
        String session = shop.classes().get(oneIn(3) ? 1 : 0);
        if (oneIn(5)) {
            checkIn("walk-in", Map.of("sessionId", session));
            return;
        }
        String booking = book(session, "book");
        if (booking == null) {
            pause(60);
            booking = book(session, "book-later");
        }
        if (booking != null) {
            goesOn(session, booking);
        }
        if (oneIn(12)) {
            JsonNode ignored = insist(
                    key("no-class"),
                    Wish.post("booking", "/store/v1/class-sessions/" + session + "/cancel", Map.of(), shop.clerk()),
                    4);
        }
    }

    private void goesOn(String session, String booking) {
        switch (random.nextInt(6)) {
            case 0 -> {
                cancel(booking);
                String again = oneIn(2) ? book(session, "book-again") : null;
                if (again != null) {
                    comes(again);
                }
            }
            case 1 -> {
                together("cancels", () -> cancel(booking));
                comes(booking);
            }
            case 2 -> {
                together("comes too", () -> comes(booking, "other-door"));
                comes(booking);
            }
            default -> comes(booking);
        }
    }

    private @Nullable String book(String session, String how) {
        JsonNode booking = insist(
                key(how), Wish.post("booking", "/app/v1/class-sessions/" + session + "/bookings", Map.of(), me()), 6);
        if (booking == null) {
            return null;
        }
        String id = booking.path("bookingId").asString();
        history.booked(id);
        return id;
    }

    private void cancel(String booking) {
        Wish wish = new Wish("booking", "DELETE", "/app/v1/bookings/" + booking, null, me());
        if (insist(key("cancel" + booking), wish, 4) != null) {
            history.ended(booking, "CANCELLED");
        }
    }

    private void comes(String booking) {
        comes(booking, "door");
    }

    private void comes(String booking, String door) {
        pause(unhurried ? 30 : 1);
        checkIn(door + booking, Map.of("bookingId", booking));
    }

    /** A code grows old within a minute: then he shows another. */
    private void checkIn(String how, Map<String, String> what) {
        for (int code = 0; code < CODES; code++) {
            JsonNode shown = once(Wish.post("member", "/app/v1/member-code", Map.of(), me()));
            if (shown == null) {
                pause(10);
                continue;
            }
            Map<String, Object> body = new java.util.HashMap<>(what);
            body.put("memberCode", shown.path("code").asString());
            String key = key(how + code);
            JsonNode answer = insist(key, Wish.post("booking", "/store/v1/check-ins", body, shop.clerk()), 5);
            if (answer != null) {
                history.booked(answer.path("bookingId").asString());
                history.ended(answer.path("bookingId").asString(), "CHECKED_IN");
                return;
            }
            if (!history.refused().getOrDefault(key, "").startsWith("MEMBER_CODE")) {
                return;
            }
        }
    }
}
