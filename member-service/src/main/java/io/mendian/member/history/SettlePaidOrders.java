package io.mendian.member.history;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.member.card.IssueOrderedCards;
import io.mendian.member.giftcard.IssueOrderedGiftCards;
import io.mendian.member.hold.ConfirmHold;
import io.mendian.member.level.LevelSession;
import io.mendian.member.level.LevelSessions;
import io.mendian.member.member.Successors;
import io.mendian.member.points.PointsRule;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.member.prepaid.RecordContracts;
import io.mendian.member.rechargegift.GiveRechargeGifts;
import io.mendian.member.wallet.CreditRecharges;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.member.wallet.WalletSession;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final WalletLedger walletLedger;
    private final RecordContracts recordContracts;
    private final CreditRecharges creditRecharges;
    private final GiveRechargeGifts rechargeGifts;
    private final IssueOrderedCards issueCards;
    private final IssueOrderedGiftCards issueGiftCards;
    private final Successors successors;
    private final Outbox outbox;

    SettlePaidOrders(
            ConsumptionRecords records,
            PointsSessions pointsSessions,
            PointsRules rules,
            LevelSessions levelSessions,
            ConfirmHold confirmHold,
            WalletLedger walletLedger,
            RecordContracts recordContracts,
            CreditRecharges creditRecharges,
            GiveRechargeGifts rechargeGifts,
            IssueOrderedCards issueCards,
            IssueOrderedGiftCards issueGiftCards,
            Successors successors,
            Outbox outbox) {
        this.records = records;
        this.pointsSessions = pointsSessions;
        this.rules = rules;
        this.levelSessions = levelSessions;
        this.confirmHold = confirmHold;
        this.walletLedger = walletLedger;
        this.recordContracts = recordContracts;
        this.creditRecharges = creditRecharges;
        this.rechargeGifts = rechargeGifts;
        this.issueCards = issueCards;
        this.issueGiftCards = issueGiftCards;
        this.successors = successors;
        this.outbox = outbox;
    }

    /** Of orders without a member only the gift cards that paid have an effect here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Collection<OrderPaid> paid) {
        paid.stream()
                .filter(order -> order.memberKey() == null && !order.history())
                .forEach(confirmHold::confirm);
        List<MemberOrder> orders = fresh(paid);
        if (orders.isEmpty()) {
            return;
        }
        List<Long> members =
                orders.stream().map(one -> one.member().value()).distinct().toList();
        PointsSession points = pointsSessions.open(members);
        WalletSession wallet = walletLedger.open(withStoredValue(orders));
        records.addPurchases(orders);
        for (MemberOrder one : orders) {
            if (!one.order().history()) {
                confirmHold.confirm(one.order(), one.member(), points, wallet);
                recordContracts.record(one.order(), one.member());
                creditRecharges.credit(one.order(), one.member(), wallet);
                rechargeGifts.give(one.order(), one.member(), points);
                issueCards.issue(one.order(), one.member());
                issueGiftCards.issue(one.order(), one.member());
            }
        }
        List<DomainEvent> events = new ArrayList<>(wallet.save());
        events.addAll(earnAndRise(orders, members, points));
        outbox.addAll(events);
    }

    private static List<MemberKey> withStoredValue(List<MemberOrder> orders) {
        return orders.stream()
                .filter(one -> !one.order().history())
                .filter(one -> CreditRecharges.has(one.order()) || ConfirmHold.paidWithStoredValue(one.order()))
                .map(MemberOrder::member)
                .toList();
    }

    private List<DomainEvent> earnAndRise(List<MemberOrder> orders, List<Long> members, PointsSession points) {
        LevelSession levels = levelSessions.open(members);
        PointsRule rule = rules.current();
        for (MemberOrder one : orders) {
            int multiplier = levels.pointsMultiplierPermille(one.member());
            long earned = points.earn(one.order(), one.member(), rule, multiplier);
            levels.advance(one.member(), one.order(), earned);
        }
        List<DomainEvent> events = new ArrayList<>(points.save());
        events.addAll(levels.save());
        return events;
    }

    private List<MemberOrder> fresh(Collection<OrderPaid> paid) {
        Map<String, MemberOrder> orders = new LinkedHashMap<>();
        for (OrderPaid order : paid) {
            MemberKey member = order.memberKey();
            if (member != null) {
                orders.putIfAbsent(order.orderId().text(), new MemberOrder(order, member));
            }
        }
        if (orders.isEmpty()) {
            return List.of();
        }
        Map<MemberKey, MemberKey> became =
                successors.of(orders.values().stream().map(MemberOrder::member).toList());
        Set<String> recorded = records.recorded(orders.keySet());
        orders.keySet().removeAll(recorded);
        return orders.values().stream()
                .map(one -> new MemberOrder(one.order(), became.getOrDefault(one.member(), one.member())))
                .toList();
    }
}
