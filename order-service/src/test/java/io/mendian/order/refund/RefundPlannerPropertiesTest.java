package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.order.refund.RefundBasis.SoldLine;
import io.mendian.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every order, whatever comes back in whatever order. */
class RefundPlannerPropertiesTest {

    private static final int CASES = 25_000;

    private record Piece(int line, long quantity) {}

    /** 4 seeds × 25,000 orders: lots come back in any order, some refunds are refused in between; all ends as one full refund. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 7_777_777, 987_654_321})
    void partialRefundsInAnyOrderWithRefusalsEndAsOneFullRefund(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < CASES; i++) {
            RefundBasis order = SoldOrder.random(random);
            RefundBasis whole = new Till(order, random, 0).returnAll(all(order));
            List<Piece> lots = lots(order, random);
            Collections.shuffle(lots, random);
            RefundBasis parts = new Till(order, random, 3).returnAll(lots);
            if (!parts.equals(whole) || !isAllBack(whole)) {
                assertThat(parts).as("seed %d case %d: %s", seed, i, order).isEqualTo(whole);
                assertThat(isAllBack(whole))
                        .as("seed %d case %d: %s", seed, i, whole)
                        .isTrue();
            }
        }
    }

    /** 4 seeds × 25,000: the same pieces have brought back the same money, points and tenders, whichever came first. */
    @ParameterizedTest
    @ValueSource(longs = {3, 11, 42, 20260101})
    void theSamePiecesBringTheSameWhicheverComesFirst(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < CASES; i++) {
            RefundBasis order = SoldOrder.random(random);
            List<Piece> some = lots(order, random);
            Collections.shuffle(some, random);
            some = new ArrayList<>(some.subList(0, random.nextInt(some.size() + 1)));
            RefundBasis one = new Till(order, random, 0).returnAll(some);
            Collections.shuffle(some, random);
            RefundBasis other = new Till(order, random, 0).returnAll(some);
            if (!one.equals(other)) {
                assertThat(other).as("seed %d case %d: %s", seed, i, order).isEqualTo(one);
            }
        }
    }

    /** Takes pieces back as the service does: some wait for a decision, some of these are refused and asked for again. */
    private static final class Till {
        private final Random random;
        private final int refusals;
        private RefundBasis order;
        private final Map<Integer, Long> certain = new HashMap<>();

        Till(RefundBasis order, Random random, int refusals) {
            this.order = order;
            this.random = random;
            this.refusals = refusals;
        }

        RefundBasis returnAll(List<Piece> lots) {
            List<Piece> left = new ArrayList<>(lots);
            List<RefundPlan> waiting = new ArrayList<>();
            int refused = 0;
            while (!left.isEmpty() || !waiting.isEmpty()) {
                if (!waiting.isEmpty() && (left.isEmpty() || random.nextBoolean())) {
                    RefundPlan plan = waiting.remove(random.nextInt(waiting.size()));
                    if (refused < refusals && random.nextBoolean()) {
                        refused++;
                        order = SoldOrder.givenBack(order, plan);
                        plan.lines().forEach(line -> left.add(new Piece(line.no(), line.quantity())));
                    } else {
                        makeCertain(plan);
                    }
                } else {
                    RefundPlan plan = plan(take(left));
                    if (refusals > 0 && random.nextInt(3) == 0) {
                        waiting.add(plan);
                    } else {
                        makeCertain(plan);
                    }
                }
            }
            return order;
        }

        private List<Piece> take(List<Piece> left) {
            Map<Integer, Piece> byLine = new HashMap<>();
            int many = refusals == 0 ? left.size() : 1 + random.nextInt(3);
            for (int i = 0; i < many && !left.isEmpty(); i++) {
                Piece piece = left.removeFirst();
                byLine.merge(piece.line, piece, (a, b) -> new Piece(a.line, a.quantity + b.quantity));
                if (refusals == 0 && random.nextBoolean()) {
                    break;
                }
            }
            return List.copyOf(byLine.values());
        }

        private RefundPlan plan(List<Piece> pieces) {
            RefundPlan plan = RefundPlanner.plan(
                    order,
                    pieces.stream()
                            .map(piece -> new ReturnWish(Integer.toString(piece.line), piece.quantity, true))
                            .toList(),
                    Map.of(),
                    false);
            book(plan);
            return plan;
        }

        private void makeCertain(RefundPlan plan) {
            plan.lines().forEach(line -> certain.merge(line.no(), line.quantity(), Math::addExact));
            long fees = RefundPlanner.isFull(order, certain) ? order.feesMinor() - order.feesBackMinor() : 0;
            if (fees > 0) {
                book(new RefundPlan(fees, fees, 0, List.of(), RefundPlanner.spread(order.tenders(), fees)));
            }
        }

        private void book(RefundPlan plan) {
            long parts = 0;
            boolean positive = true;
            for (RefundPlan.Part part : plan.parts()) {
                parts += part.amountMinor();
                positive &= part.amountMinor() > 0;
            }
            long lines =
                    plan.lines().stream().mapToLong(RefundPlan.Line::netMinor).sum();
            order = SoldOrder.booked(order, plan);
            boolean within = order.tenders().stream().allMatch(tender -> tender.backMinor() <= tender.amountMinor())
                    && order.lines().stream().allMatch(line -> line.backMinor() <= line.paidMinor())
                    && order.pointsBack() <= order.pointsUsed();
            if (!positive || !within || parts != plan.amountMinor() || lines + plan.feesMinor() != parts) {
                throw new AssertionError(plan + " of " + order);
            }
        }
    }

    private static boolean isAllBack(RefundBasis order) {
        return order.tenders().stream().allMatch(tender -> tender.backMinor() == tender.amountMinor())
                && order.lines().stream()
                        .allMatch(line -> line.backMinor() == line.paidMinor() && line.leftQuantity() == 0)
                && order.pointsBack() == order.pointsUsed()
                && order.feesBackMinor() == order.feesMinor();
    }

    private static List<Piece> all(RefundBasis order) {
        return order.lines().stream()
                .map(line -> new Piece(line.no(), line.quantity()))
                .toList();
    }

    private static List<Piece> lots(RefundBasis order, Random random) {
        List<Piece> lots = new ArrayList<>();
        for (SoldLine line : order.lines()) {
            for (long left = line.quantity(); left > 0; ) {
                long lot = Math.min(left, 1 + random.nextInt(3));
                lots.add(new Piece(line.no(), lot));
                left -= lot;
            }
        }
        return lots;
    }
}
