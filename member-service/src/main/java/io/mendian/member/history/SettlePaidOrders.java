package io.mendian.member.history;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.member.card.IssueOrderedCards;
import io.mendian.member.hold.ConfirmHold;
import io.mendian.member.level.LevelSession;
import io.mendian.member.level.LevelSessions;
import io.mendian.member.points.PointsRule;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.member.wallet.CreditRecharges;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What paid orders do to their members' assets: holds are spent, recharges credited, cards issued, points earned, levels
 * raised, the consumption recorded; for each order once, whatever the number of events that tell of it. Many orders cost
 * hardly more statements than one.
 */
@UseCase
public class SettlePaidOrders {

    private final ConsumptionRecords records;
    private final PointsSessions pointsSessions;
    private final PointsRules rules;
    private final LevelSessions levelSessions;
    private final ConfirmHold confirmHold;
    private final CreditRecharges creditRecharges;
    private final IssueOrderedCards issueCards;
    private final Outbox outbox;

    SettlePaidOrders(
            ConsumptionRecords records,
            PointsSessions pointsSessions,
            PointsRules rules,
            LevelSessions levelSessions,
            ConfirmHold confirmHold,
            CreditRecharges creditRecharges,
            IssueOrderedCards issueCards,
            Outbox outbox) {
        this.records = records;
        this.pointsSessions = pointsSessions;
        this.rules = rules;
        this.levelSessions = levelSessions;
        this.confirmHold = confirmHold;
        this.creditRecharges = creditRecharges;
        this.issueCards = issueCards;
        this.outbox = outbox;
    }

    /** Orders without a member have no effect here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Collection<OrderPaid> paid) {
        List<OrderPaid> orders = fresh(paid);
        if (orders.isEmpty()) {
            return;
        }
        List<Long> members =
                orders.stream().map(order -> member(order).value()).distinct().toList();
        PointsSession points = pointsSessions.open(members);
        records.addPurchases(orders);
        for (OrderPaid order : orders) {
            if (!order.history()) {
                confirmHold.confirm(order, member(order), points);
                creditRecharges.credit(order, member(order));
                issueCards.issue(order, member(order));
            }
        }
        outbox.addAll(earnAndRise(orders, members, points));
    }

    private List<DomainEvent> earnAndRise(List<OrderPaid> orders, List<Long> members, PointsSession points) {
        LevelSession levels = levelSessions.open(members);
        PointsRule rule = rules.current();
        for (OrderPaid order : orders) {
            MemberKey member = member(order);
            long earned = points.earn(order, member, rule, levels.pointsMultiplierPermille(member));
            levels.advance(
                    member,
                    ProgressOf.paid(order, earned),
                    "ORDER",
                    order.orderId().text());
        }
        List<DomainEvent> events = new ArrayList<>(points.save());
        events.addAll(levels.save());
        return events;
    }

    private List<OrderPaid> fresh(Collection<OrderPaid> paid) {
        Map<String, OrderPaid> orders = new LinkedHashMap<>();
        paid.stream()
                .filter(order -> order.memberKey() != null)
                .forEach(order -> orders.putIfAbsent(order.orderId().text(), order));
        if (orders.isEmpty()) {
            return List.of();
        }
        Set<String> recorded = records.recorded(orders.values());
        orders.keySet().removeAll(recorded);
        return List.copyOf(orders.values());
    }

    private static MemberKey member(OrderPaid order) {
        return Objects.requireNonNull(order.memberKey());
    }
}
