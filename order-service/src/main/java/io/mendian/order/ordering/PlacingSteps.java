package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.exchange.ExchangeUses;
import io.mendian.order.ordering.client.MemberClient.HeldCardUse;
import io.mendian.order.ordering.client.MemberClient.HoldAnswer;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The transactions of placing an order; each may be repeated, the one that comes second finds the first one's work. */
@UseCase
class PlacingSteps {

    private final Orders orders;
    private final OrderQuotes quotes;
    private final ExchangeUses exchanges;
    private final OrderGroups groups;
    private final Settlement settlement;
    private final HandingBook handings;
    private final TipBook tips;
    private final PresaleBook presales;
    private final Outbox outbox;
    private final Clock clock;
    private final JsonMapper json;

    PlacingSteps(
            Orders orders,
            OrderQuotes quotes,
            ExchangeUses exchanges,
            OrderGroups groups,
            Settlement settlement,
            HandingBook handings,
            TipBook tips,
            PresaleBook presales,
            Outbox outbox,
            Clock clock,
            JsonMapper json) {
        this.orders = orders;
        this.quotes = quotes;
        this.exchanges = exchanges;
        this.groups = groups;
        this.settlement = settlement;
        this.handings = handings;
        this.tips = tips;
        this.presales = presales;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
    }

    /** The order's row, how it was priced, and its part of each member's limit of points goods. */
    @Transactional
    public void begin(Order order, @Nullable StoredQuote quote, HandingWish handing) {
        orders.insert(order);
        presales.placed(order);
        if (handing.handing() != Handing.COUNTER) {
            handings.placed(order, handing);
        }
        if (quote != null) {
            quotes.keep(order.id(), quote);
        }
        if (order.campaign() != null) {
            groups.keep(order.id(), order.campaign());
        }
        Map<Long, Long> exchanged = order.exchanges();
        if (!exchanged.isEmpty()) {
            exchanges.take(order.id(), Objects.requireNonNull(order.head().member()), exchanged);
        }
    }

    /** Everything is held: the order waits for its money, of which the held assets and what the clerk took are there. */
    @Transactional
    public Order complete(Order order, Optional<HoldAnswer> held, @Nullable Counter counter) {
        // what the caller knows of an order in placing never changes, so only its status is asked for
        if (orders.lockStatus(order.id()) != OrderStatus.PLACING) {
            // the timer was faster, who knows nothing of what lies on the counter
            return counter == null ? require(order.id()) : takeAtCounter(order.id(), counter);
        }
        Instant now = clock.instant();
        Order pending = order.pending();
        Order covered = byAssets(pending, held, now);
        if (counter != null) {
            covered = counter.cover(covered, now);
        }
        return tipped(settlement.save(order, covered, List.of(OrderEvents.placed(pending))), counter);
    }

    private static Order byAssets(Order pending, Optional<HoldAnswer> held, Instant now) {
        Order covered = pending;
        if (pending.amounts().storedValueMinor() > 0) {
            covered = covered.coveredBy(PaidBy.storedValue(
                    pending.amounts().storedValueMinor(), pending.id().text(), now));
        }
        // the same card named twice is one tender
        Map<String, Long> cards = new TreeMap<>();
        held.map(HoldAnswer::giftCards)
                .orElse(List.of())
                .forEach(card -> cards.merge(card.giftCardId(), card.amountMinor(), Math::addExact));
        long wished = pending.head().giftCards().stream()
                .mapToLong(TenderWish.GiftCard::amountMinor)
                .sum();
        if (cards.values().stream().mapToLong(Long::longValue).sum() != wished) {
            throw new IllegalStateException("member-service held other amounts of gift cards than " + wished);
        }
        for (Map.Entry<String, Long> card : cards.entrySet()) {
            covered = covered.coveredBy(PaidBy.giftCard(card.getValue(), card.getKey(), now));
        }
        return byCards(covered, held, now);
    }

    private static Order byCards(Order order, Optional<HoldAnswer> held, Instant now) {
        // a line's uses may come from more than one card
        Map<String, List<HeldCardUse>> byLine = held.map(HoldAnswer::cardUses).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(HeldCardUse::lineId));
        Order covered = order;
        for (OrderedLine line : order.lines()) {
            if (line.byCard()) {
                List<HeldCardUse> uses = byLine.getOrDefault(line.lineId(), List.of());
                if (uses.stream().mapToLong(HeldCardUse::uses).sum() != line.quantity()) {
                    throw new IllegalStateException("member-service held other uses for line " + line.lineId());
                }
                String cards = uses.stream()
                        .map(HeldCardUse::cardId)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(","));
                long value = uses.stream().mapToLong(HeldCardUse::valueMinor).sum();
                covered = covered.coveredBy(PaidBy.cardUse(line, cards, value, now));
            }
        }
        return covered;
    }

    /** An earlier try of the sale got as far as waiting for its money. */
    @Transactional
    public Order takeAtCounter(OrderId id, Counter counter) {
        Order order = require(id);
        return order.status() == OrderStatus.PENDING_PAYMENT
                ? tipped(settlement.save(order, counter.cover(order, clock.instant()), List.of()), counter)
                : order;
    }

    /** What the customer left on the counter besides the price, once with the payment. */
    private Order tipped(Order order, @Nullable Counter counter) {
        TipLeft tip = counter == null ? null : counter.tip();
        return tip != null && order.status() == OrderStatus.PAID ? tips.left(order, tip) : order;
    }

    /** A hold was refused: the order ends, and whatever it held is to be released. */
    @Transactional
    public Order fail(OrderId id, Failure failure) {
        Order order = require(id);
        if (order.status() != OrderStatus.PLACING) {
            return order;
        }
        Order cancelled = order.cancelled("FAILED", json.writeValueAsString(failure), clock.instant());
        orders.save(order, cancelled);
        handings.ended(cancelled);
        presales.ended(cancelled);
        freeExchanges(order);
        outbox.add(OrderEvents.cancelled(cancelled));
        return cancelled;
    }

    private void freeExchanges(Order order) {
        if (!order.exchanges().isEmpty()) {
            exchanges.giveBack(order.id());
        }
    }

    private Order require(OrderId id) {
        return orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
