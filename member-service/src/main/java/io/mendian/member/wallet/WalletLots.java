package io.mendian.member.wallet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which recharge what is left of a balance comes from: the ledger read again from its beginning. What goes out is taken
 * from the oldest credit first; what a returned order brings back fills again what was drawn on last; a refunded recharge
 * takes its own. The parts of all credits always sum to the balance.
 */
final class WalletLots {

    private static final String ADJUSTMENT = "ADJUSTMENT";

    private final Map<String, Long> left = new LinkedHashMap<>();
    private final Deque<Draw> draws = new ArrayDeque<>();

    private WalletLots() {}

    /** A posting of one ledger. */
    record Posting(long deltaMinor, String causeType, String causeId) {}

    private record Draw(String lot, long amount) {}

    /** What is left of each credit; a recharge's key is {@code orderId:lineId}. */
    static Map<String, Long> leftOf(List<Posting> ledger) {
        WalletLots lots = new WalletLots();
        ledger.forEach(lots::post);
        return lots.left;
    }

    private void post(Posting posting) {
        if (posting.deltaMinor() < 0) {
            takeOut(posting);
        } else if (posting.causeType().equals("REFUND")) {
            comeBack(posting);
        } else {
            left.merge(lot(posting), posting.deltaMinor(), Long::sum);
        }
    }

    private static String lot(Posting posting) {
        return switch (posting.causeType()) {
            case "RECHARGE" -> posting.causeId();
            case "INSTALMENT" ->
                posting.causeId().substring(0, posting.causeId().lastIndexOf(':'));
            default -> posting.causeType() + " " + posting.causeId();
        };
    }

    private void takeOut(Posting posting) {
        long open = -posting.deltaMinor();
        boolean ownRefund = posting.causeType().equals("RECHARGE_REFUND");
        if (ownRefund) {
            String own = posting.causeId().substring(0, posting.causeId().lastIndexOf(':'));
            long part = Math.min(open, left.getOrDefault(own, 0L));
            if (part > 0) {
                left.merge(own, -part, Long::sum);
                open -= part;
            }
        }
        if (posting.causeType().equals(ADJUSTMENT)) {
            open = fromAdjustments(open);
        }
        for (Map.Entry<String, Long> lot : left.entrySet()) {
            long part = Math.min(open, lot.getValue());
            if (part > 0) {
                lot.setValue(lot.getValue() - part);
                open -= part;
                if (!ownRefund) {
                    draws.push(new Draw(lot.getKey(), part));
                }
            }
        }
        if (open > 0) {
            throw new IllegalStateException("a ledger goes below zero by " + open);
        }
    }

    /** A correction takes first what corrections had given, so that no recharge looks spent by a mistake that was undone. */
    private long fromAdjustments(long wanted) {
        long open = wanted;
        for (Map.Entry<String, Long> lot : left.entrySet()) {
            long part = lot.getKey().startsWith(ADJUSTMENT + " ") ? Math.min(open, lot.getValue()) : 0;
            lot.setValue(lot.getValue() - part);
            open -= part;
        }
        return open;
    }

    private void comeBack(Posting posting) {
        long open = posting.deltaMinor();
        while (open > 0 && !draws.isEmpty()) {
            Draw draw = draws.pop();
            long part = Math.min(open, draw.amount());
            left.merge(draw.lot(), part, Long::sum);
            open -= part;
            if (part < draw.amount()) {
                draws.push(new Draw(draw.lot(), draw.amount() - part));
            }
        }
        if (open > 0) {
            left.merge("REFUND " + posting.causeId(), open, Long::sum);
        }
    }
}
