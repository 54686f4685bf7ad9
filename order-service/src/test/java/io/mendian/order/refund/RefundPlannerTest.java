package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.Channel;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.PaidBy;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundPlannerTest {

    private static final int CASES = 6_000;

    /** 4 seeds × 6,000 baskets: pieces come back one by one or in lots, in two different orders. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 7_777_777, 987_654_321})
    void partialRefundsInAnyOrderEndExactlyAtWhatWasPaid(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            Order order = order(random);
            List<int[]> pieces = new ArrayList<>();
            for (OrderedLine line : order.lines()) {
                for (long left = line.quantity(); left > 0; ) {
                    int lot = (int) Math.min(left, 1 + random.nextInt(3));
                    pieces.add(new int[] {line.no(), lot});
                    left -= lot;
                }
            }
            Order one = returned(order, pieces, seed, i);
            Collections.shuffle(pieces, random);
            Order other = returned(order, pieces, seed, i);
            assertThat(other.tenders()).as("seed %d case %d", seed, i).isEqualTo(one.tenders());
            assertThat(one.state().refundedMinor()).isEqualTo(order.amounts().payableMinor());
            assertThat(one.state().pointsReturned()).isEqualTo(order.amounts().pointsUsed());
            assertThat(one.tenders())
                    .allSatisfy(tender -> assertThat(tender.refundedMinor()).isEqualTo(tender.amountMinor()));
        }
    }

    /** The same pieces have brought back the same money, whichever came first. */
    @ParameterizedTest
    @ValueSource(longs = {3, 11})
    void theSamePiecesBringTheSameMoney(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            Order order = order(random);
            List<int[]> some = new ArrayList<>();
            order.lines().forEach(line -> {
                for (int n = 0; n < line.quantity(); n++) {
                    if (random.nextBoolean()) {
                        some.add(new int[] {line.no(), 1});
                    }
                }
            });
            Order one = returned(order, some, seed, i);
            Collections.shuffle(some, random);
            assertThat(returned(order, some, seed, i))
                    .as("seed %d case %d", seed, i)
                    .isEqualTo(one);
        }
    }

    @Test
    void oneOfThreePiecesBringsItsShareAndTheThirdTheRest() {
        Order order = order(List.of(line(1, 3, 1000, 0)), List.of(tender(1, TenderKind.CASH, 1000)), 0);
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RefundPlan plan = RefundPlanner.plan(order, List.of(new RefundPlan.Wish("1", 1, true)));
            amounts.add(plan.amountMinor());
            order = booked(order, plan);
        }
        assertThat(amounts).containsExactly(333L, 334L, 333L);
    }

    private static Order returned(Order start, List<int[]> pieces, long seed, int i) {
        Order order = start;
        for (int[] piece : pieces) {
            RefundPlan plan =
                    RefundPlanner.plan(order, List.of(new RefundPlan.Wish(Integer.toString(piece[0]), piece[1], true)));
            long parts = plan.parts().stream()
                    .mapToLong(RefundPlan.Part::amountMinor)
                    .sum();
            assertThat(parts).as("seed %d case %d", seed, i).isEqualTo(plan.amountMinor());
            assertThat(plan.parts())
                    .allSatisfy(part -> assertThat(part.amountMinor()).isPositive());
            order = booked(order, plan);
            assertThat(order.state().refundedMinor())
                    .isLessThanOrEqualTo(order.amounts().payableMinor());
            order.tenders()
                    .forEach(tender -> assertThat(tender.refundedMinor()).isLessThanOrEqualTo(tender.amountMinor()));
        }
        return order;
    }

    /** What the database does when a plan is booked. */
    private static Order booked(Order order, RefundPlan plan) {
        List<OrderedLine> lines = order.lines().stream()
                .map(line -> plan.lines().stream()
                        .filter(back -> back.no() == line.no())
                        .findFirst()
                        .map(back -> copy(
                                line,
                                line.refundedQuantity() + back.quantity(),
                                line.refundedMinor() + back.netMinor()))
                        .orElse(line))
                .toList();
        List<PaidBy> tenders = order.tenders().stream()
                .map(tender -> plan.parts().stream()
                        .filter(part -> part.tenderNo() == tender.no())
                        .findFirst()
                        .map(part -> new PaidBy(
                                tender.no(),
                                tender.kind(),
                                tender.amountMinor(),
                                tender.reference(),
                                null,
                                null,
                                null,
                                tender.takenAt(),
                                tender.refundedMinor() + part.amountMinor()))
                        .orElse(tender))
                .toList();
        Order.State state = order.state();
        Order.State next = new Order.State(
                state.status(),
                null,
                null,
                state.coveredMinor(),
                state.refundedMinor() + plan.amountMinor(),
                0,
                state.pointsReturned() + plan.pointsReturned(),
                state.paidAt(),
                state.businessDate(),
                null);
        return new Order(order.id(), order.head(), order.amounts(), next, lines, tenders);
    }

    private static Order order(Random random) {
        List<OrderedLine> lines = new ArrayList<>();
        long payable = 0;
        long points = 0;
        for (int no = 1; no <= 1 + random.nextInt(4); no++) {
            long net = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(50_000);
            long byPoints = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
            lines.add(line(no, 1 + random.nextInt(7), net, byPoints));
            payable += net;
            points += byPoints;
        }
        List<PaidBy> tenders = new ArrayList<>();
        long left = payable;
        for (TenderKind kind : TenderKind.values()) {
            boolean last = kind == TenderKind.WECHAT_PAY;
            long amount = last ? left : left == 0 ? 0 : random.nextLong(left + 1);
            if (amount > 0) {
                tenders.add(tender(tenders.size() + 1, kind, amount));
                left -= amount;
            }
        }
        return order(lines, tenders, points == 0 ? 0 : points * (1 + random.nextInt(3)));
    }

    private static Order order(List<OrderedLine> lines, List<PaidBy> tenders, long points) {
        long payable = lines.stream().mapToLong(OrderedLine::netMinor).sum();
        long list = lines.stream().mapToLong(OrderedLine::listMinor).sum();
        return new Order(
                OrderId.of(1),
                new Order.Head(
                        "no",
                        StoreId.of(2),
                        MemberKey.of(3),
                        Channel.POS,
                        null,
                        Map.of(),
                        Instant.EPOCH,
                        Instant.EPOCH),
                new Order.Amounts("CNY", list, list - payable, payable, 0, points),
                new Order.State(OrderStatus.PAID, null, null, payable, 0, 0, 0, Instant.EPOCH, LocalDate.EPOCH, null),
                lines,
                tenders);
    }

    private static OrderedLine line(int no, long quantity, long net, long byPoints) {
        return new OrderedLine(
                no,
                SkuId.of(no),
                "GOODS",
                "水",
                "饮料",
                "件",
                quantity,
                0,
                net + byPoints,
                net,
                byPoints,
                null,
                null,
                null,
                List.of(),
                0,
                0,
                null);
    }

    private static OrderedLine copy(OrderedLine line, long refundedQuantity, long refundedMinor) {
        return new OrderedLine(
                line.no(),
                line.sku(),
                line.kind(),
                line.name(),
                line.category(),
                line.unit(),
                line.quantity(),
                line.unitListMinor(),
                line.listMinor(),
                line.netMinor(),
                line.pointsMinor(),
                line.staff(),
                null,
                null,
                List.of(),
                refundedQuantity,
                refundedMinor,
                null);
    }

    private static PaidBy tender(int no, TenderKind kind, long amount) {
        return new PaidBy(no, kind, amount, "ref-" + no, null, null, null, Instant.EPOCH, 0);
    }
}
