package io.mendian.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people were told. */
final class History {

    private final Map<String, Long> placed = new TreeMap<>();
    private final Map<String, String> refunded = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> booked = new TreeSet<>();
    private final Map<String, String> ended = new TreeMap<>();
    private final Set<String> shipped = new TreeSet<>();
    private final Map<String, Long> received = new TreeMap<>();
    private final List<Throwable> internal = new ArrayList<>();

    void placed(String order, long payableMinor) {
        placed.put(order, payableMinor);
    }

    void refunded(String refund, String order) {
        refunded.put(refund, order);
    }

    void booked(String booking) {
        booked.add(booking);
    }

    /** A booking was cancelled, or somebody has come for it. */
    void ended(String booking, String how) {
        ended.put(booking, how);
    }

    void shipped(String transfer) {
        shipped.add(transfer);
    }

    void received(String transfer, long pieces) {
        received.put(transfer, pieces);
    }

    void refused(String key, String why) {
        refused.put(key, why);
    }

    /** A service failed in a way of which it knows nothing. */
    void failed(RuntimeException e) {
        if (!isExpected(e)) {
            internal.add(e);
        }
    }

    private static boolean isExpected(Throwable cause) {
        for (@Nullable Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof Killed
                    || t instanceof Wires.NoAnswer
                    || t instanceof org.springframework.dao.TransientDataAccessException
                    || t instanceof org.springframework.transaction.TransactionException) {
                return true;
            }
        }
        return false;
    }

    Map<String, Long> placed() {
        return placed;
    }

    Map<String, String> refunded() {
        return refunded;
    }

    Set<String> booked() {
        return booked;
    }

    Map<String, String> ended() {
        return ended;
    }

    Set<String> shipped() {
        return shipped;
    }

    Map<String, Long> received() {
        return received;
    }

    Map<String, String> refused() {
        return refused;
    }

    List<Throwable> internal() {
        return internal;
    }
}
