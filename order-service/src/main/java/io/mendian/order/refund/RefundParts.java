package io.mendian.order.refund;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.Carries.Carry;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.runtime.persistence.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the parts of a refund from its plan: money that an exchange had carried here goes back to where it came from, and
 * what a provider no longer takes goes the way that was chosen for it.
 */
@Component
class RefundParts {

    private final Carries carries;
    private final ProviderLimits limits;

    RefundParts(Carries carries, ProviderLimits limits) {
        this.carries = carries;
        this.limits = limits;
    }

    /** The parts, each with its way; {@code strict}: refuses money that needs another way and has none. */
    List<Refund.Part> parts(Order order, RefundPlan plan, List<WayChoice> ways, boolean strict) {
        List<Refund.Part> parts = new ArrayList<>();
        Map<Integer, WayChoice> chosen = chosen(ways);
        for (RefundPlan.Part part : plan.parts()) {
            List<Refund.Part> from = part.kind() == TenderKind.EXCHANGE ? origins(order, part) : List.of(plain(part));
            parts.addAll(onTheirWay(order, from, chosen.get(part.tenderNo()), strict));
        }
        return parts;
    }

    private static Map<Integer, WayChoice> chosen(List<WayChoice> ways) {
        Map<Integer, WayChoice> byTender = new HashMap<>();
        for (WayChoice way : ways) {
            if (way.way() == RefundWay.EXCHANGE || byTender.put(way.tenderNo(), way) != null) {
                throw RefundProblem.REFUND_WAY_UNKNOWN.with("way", way.way());
            }
        }
        return byTender;
    }

    private List<Refund.Part> onTheirWay(
            Order order, List<Refund.Part> parts, @Nullable WayChoice choice, boolean strict) {
        List<Refund.Part> result = new ArrayList<>();
        boolean used = false;
        for (Refund.Part part : parts) {
            ProviderLimits.Stop stop = part.kind() == TenderKind.WECHAT_PAY
                    ? limits.of(part.reference(), part.amountMinor()).stop()
                    : null;
            if (stop != null && choice != null) {
                used = true;
                result.add(part.of(part.amountMinor(), part.id(), way(order, choice)));
            } else if (stop != null && strict) {
                throw wayNeeded(part, stop);
            } else {
                result.add(part);
            }
        }
        if (choice != null && !used) {
            throw RefundProblem.REFUND_WAY_NOT_ALLOWED.with("way", choice.way());
        }
        return result;
    }

    static Refund.Way way(Order order, WayChoice choice) {
        if (choice.way() == RefundWay.STORED_VALUE && order.head().member() == null) {
            throw RefundProblem.REFUND_MEMBER_NEEDED.with();
        }
        return new Refund.Way(choice.way(), choice.reference(), null, null);
    }

    static RuntimeException wayNeeded(Refund.Part part, ProviderLimits.Stop stop) {
        return RefundProblem.REFUND_WAY_NEEDED.with(
                "amountMinor",
                part.amountMinor(),
                "stop",
                stop,
                "tender",
                String.valueOf(part.tenderNo()),
                "ways",
                List.of(RefundWay.CASH, RefundWay.STORED_VALUE, RefundWay.BANK));
    }

    private static Refund.Part plain(RefundPlan.Part part) {
        return part(part, part.amountMinor(), part.kind(), part.reference(), part.totalMinor(), null);
    }

    /** The shares of carried money by where it came from, on the running total. */
    private List<Refund.Part> origins(Order order, RefundPlan.Part part) {
        List<Carry> from = carries.ofOrder(order.id());
        List<PaidTender> tenders = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            Carry carry = from.get(i);
            tenders.add(new PaidTender(i, carry.kind(), carry.reference(), carry.amountMinor(), carry.refundedMinor()));
        }
        return RefundPlanner.spread(tenders, part.amountMinor()).stream()
                .map(share -> {
                    Carry carry = from.get(share.tenderNo());
                    return part(
                            part, share.amountMinor(), carry.kind(), carry.reference(), carry.totalMinor(), carry.id());
                })
                .toList();
    }

    /** What the parts take of carried money; {@code sign} -1 gives it back. */
    void moveCarried(List<Refund.Part> parts, int sign) {
        for (Refund.Part part : parts) {
            if (part.carryId() != null) {
                carries.move(part.carryId(), sign * part.amountMinor());
            }
        }
    }

    private static Refund.Part part(
            RefundPlan.Part of, long amount, TenderKind kind, String reference, long total, @Nullable Long carry) {
        return new Refund.Part(
                Ids.next(),
                of.tenderNo(),
                null,
                carry,
                kind,
                reference,
                amount,
                total,
                Refund.Way.original(),
                null,
                Refund.PartStatus.PENDING,
                null,
                0);
    }
}
