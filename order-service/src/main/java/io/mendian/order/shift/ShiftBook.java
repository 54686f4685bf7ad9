package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.Channel;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.PaidBy;
import io.mendian.order.ordering.TakingsBook;
import io.mendian.order.ordering.TenderKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what orders and refunds move into the open shift of their till, in their transaction. To a till belong the orders
 * of the POS, and every cash payment whatever the order came from. Where no shift is open nothing is booked, unless the
 * settings want a shift for cash.
 */
@Component
public class ShiftBook implements TakingsBook {

    private static final String CASH = TenderKind.CASH.name();

    private final Shifts shifts;
    private final Tills tills;
    private final TillProperties settings;
    private final Clock clock;

    ShiftBook(Shifts shifts, Tills tills, TillProperties settings, Clock clock) {
        this.shifts = shifts;
        this.tills = tills;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void covered(Order before, Order after) {
        List<PaidBy> added =
                after.tenders().subList(before.tenders().size(), after.tenders().size());
        boolean isPaid = after.status() == OrderStatus.PAID;
        if (!isAtTill(after) || (added.isEmpty() && !isPaid)) {
            return;
        }
        boolean cash = added.stream().anyMatch(tender -> tender.kind() == TenderKind.CASH);
        Long shift = open(after.id().value(), after.head().store(), cash);
        if (shift == null) {
            return;
        }
        List<ShiftEntry> entries = new ArrayList<>();
        for (PaidBy tender : isPaid ? after.tenders() : added) {
            entries.add(receipt(shift, after, tender));
        }
        if (isPaid) {
            entries.add(entry(shift, ShiftEntry.Kind.SALE, null, after.amounts().payableMinor(), after, "SALE", ""));
        }
        shifts.book(entries);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handedBack(Order cancelled) {
        Long shift = hasCash(cancelled)
                ? open(cancelled.id().value(), cancelled.head().store(), false)
                : null;
        if (shift != null) {
            bookHandedBack(shift, cancelled);
        }
    }

    void bookHandedBack(long shift, Order cancelled) {
        shifts.book(cancelled.tenders().stream()
                .filter(tender -> tender.kind() == TenderKind.CASH)
                .map(tender -> entry(
                        shift,
                        ShiftEntry.Kind.HANDED_BACK,
                        CASH,
                        -tender.amountMinor(),
                        cancelled,
                        "HANDED_BACK",
                        "/" + tender.no()))
                .toList());
    }

    /** What goes back of a refund. */
    public record Back(
            long refundId,
            long partId,
            String tenderKind,
            long amountMinor,
            Order order,
            @Nullable StaffId staff) {}

    /** A part of a refund is back at its tender: cash the moment it leaves the drawer, the others when the refund is done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(List<Back> parts) {
        List<ShiftEntry> entries = new ArrayList<>();
        for (Back part : parts) {
            boolean cash = part.tenderKind.equals(CASH);
            if (!cash && part.order.head().channel() != Channel.POS) {
                continue;
            }
            Long shift = open(part.refundId, part.order.head().store(), cash);
            if (shift != null) {
                entries.add(new ShiftEntry(
                        shift,
                        ShiftEntry.Kind.REFUND,
                        part.tenderKind,
                        -part.amountMinor,
                        part.order.id().value(),
                        part.refundId,
                        "REFUND",
                        Long.toString(part.partId),
                        "",
                        part.staff,
                        clock.instant(),
                        null));
            }
        }
        shifts.book(entries);
    }

    /** A refund is done; with cash, or of an order of the POS, it counts in the shift. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returned(Order order, long refundId, long amountMinor, boolean withCash) {
        if (!withCash && order.head().channel() != Channel.POS) {
            return;
        }
        Long shift = open(refundId, order.head().store(), false);
        if (shift != null) {
            shifts.book(List.of(new ShiftEntry(
                    shift,
                    ShiftEntry.Kind.RETURN,
                    null,
                    amountMinor,
                    order.id().value(),
                    refundId,
                    "RETURN",
                    Long.toString(refundId),
                    "",
                    null,
                    clock.instant(),
                    null)));
        }
    }

    private @Nullable Long open(long subject, StoreId store, boolean cash) {
        Optional<Long> shift = shifts.openFor(subject, store);
        if (shift.isEmpty() && cash && settings.shiftRequired()) {
            throw ShiftProblem.SHIFT_NOT_OPEN.with("till", tills.nameAt(subject, store));
        }
        return shift.orElse(null);
    }

    private static boolean isAtTill(Order order) {
        return order.head().channel() == Channel.POS || hasCash(order);
    }

    private static boolean hasCash(Order order) {
        return order.tenders().stream().anyMatch(tender -> tender.kind() == TenderKind.CASH);
    }

    private ShiftEntry receipt(long shift, Order order, PaidBy tender) {
        return new ShiftEntry(
                shift,
                ShiftEntry.Kind.RECEIPT,
                tender.kind().name(),
                tender.amountMinor(),
                order.id().value(),
                null,
                "TENDER",
                order.id().text() + "/" + tender.no(),
                "",
                tender.staff(),
                clock.instant(),
                null);
    }

    private ShiftEntry entry(
            long shift,
            ShiftEntry.Kind kind,
            @Nullable String tender,
            long amount,
            Order order,
            String cause,
            String suffix) {
        Instant now = clock.instant();
        LocalDate date = order.state().businessDate();
        return new ShiftEntry(
                shift,
                kind,
                tender,
                amount,
                order.id().value(),
                null,
                cause,
                order.id().text() + suffix,
                "",
                order.head().staff(),
                now,
                date);
    }
}
