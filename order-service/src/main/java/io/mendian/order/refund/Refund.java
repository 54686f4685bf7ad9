package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refund with its lines and the parts that go back to the tenders. */
record Refund(
        long id,
        OrderId order,
        StoreId store,
        Kind kind,
        RefundStatus status,
        Amounts amounts,
        Asked asked,
        Decision decision,
        Assets assets,
        @Nullable Instant doneAt,
        @Nullable LocalDate businessDate,
        List<Line> lines,
        List<Part> parts) {

    /** Why money goes back: pieces came back, they were exchanged for others, or it was never needed. */
    enum Kind {
        RETURN,
        EXCHANGE,
        SURPLUS
    }

    /** Who asks. */
    enum By {
        MEMBER,
        STAFF,
        SYSTEM
    }

    /** Whose reason it is; decides the formula for cards and recharges. */
    enum Cause {
        MERCHANT,
        CONSUMER
    }

    record Amounts(long amountMinor, long feesMinor, long pointsReturned, String currency) {}

    /** Who asked for it and why; {@code staff} stands for it, so somebody else has to approve. */
    record Asked(By by, @Nullable StaffId staff, @Nullable String reasonCode, String reason, Cause cause, Instant at) {}

    record Decision(
            @Nullable StaffId by,
            @Nullable Instant at,
            @Nullable String note,
            @Nullable Instant overdueAt) {

        static Decision none() {
            return new Decision(null, null, null, null);
        }
    }

    /** What of the member's cards and recharges is frozen for it; {@code then}: the status it gets once they are. */
    record Assets(AssetHold hold, @Nullable RefundStatus then) {}

    enum AssetHold {
        NONE,
        WANTED,
        HELD,
        FREE
    }

    record Line(
            int no,
            long quantity,
            long netMinor,
            boolean restock,
            @Nullable AssetFormula formula) {}

    /** Where a part stands: not yet asked for, accepted by the provider, back, or refused. */
    enum PartStatus {
        PENDING,
        REQUESTED,
        DONE,
        FAILED
    }

    /** How a part goes when not the way it came; {@code wanted} waits for a second person's word. */
    record Way(
            @Nullable RefundWay way,
            @Nullable String reference,
            @Nullable RefundWay wanted,
            @Nullable StaffId wantedBy) {

        static Way original() {
            return new Way(null, null, null, null);
        }
    }

    record Part(
            long id,
            @Nullable Integer tenderNo,
            @Nullable Long paymentId,
            @Nullable Long carryId,
            TenderKind kind,
            String reference,
            long amountMinor,
            long totalMinor,
            Way how,
            @Nullable Long payerMinor,
            PartStatus status,
            @Nullable String failure,
            int attempts) {

        /** The number the provider knows it by; never changes. */
        String number() {
            return "R" + id;
        }

        /** The means by which it really goes. */
        String goesBy() {
            return how.way() == null ? kind.name() : how.way().name();
        }

        boolean byProvider() {
            return kind == TenderKind.WECHAT_PAY && how.way() == null;
        }

        Part of(long amount, long newId, Way how) {
            return new Part(
                    newId,
                    tenderNo,
                    paymentId,
                    carryId,
                    kind,
                    reference,
                    amount,
                    totalMinor,
                    how,
                    null,
                    status,
                    failure,
                    attempts);
        }
    }

    boolean isBack() {
        return parts.stream().allMatch(part -> part.status() == PartStatus.DONE);
    }

    /** What it takes from its order. */
    OrderReturns.Booking booking() {
        Map<Integer, Long> byTender = parts.stream()
                .collect(Collectors.toMap(
                        part -> Objects.requireNonNull(part.tenderNo()), Part::amountMinor, Math::addExact));
        return new OrderReturns.Booking(
                amounts.amountMinor(),
                amounts.pointsReturned(),
                lines.stream()
                        .map(line -> new OrderReturns.Pieces(line.no(), line.quantity(), line.netMinor()))
                        .toList(),
                byTender);
    }

    Map<Integer, Long> pieces() {
        return lines.stream().collect(Collectors.toMap(Line::no, Line::quantity));
    }
}
