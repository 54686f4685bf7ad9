package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.order.refund.RefundBasis.SoldLine;
import io.mendian.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundPlannerTest {

    private static final int CASES = 25_000;

    private record Piece(int line, long quantity) {}

    /** 4 seeds × 25,000 orders: lots come back in any order, some refunds are refused in between; all ends as one full refund. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 7_777_777, 987_654_321})
    void partialRefundsInAnyOrderWithRefusalsEndAsOneFullRefund(long seed) {
        Random random = new Random(seed);
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
        Random random = new Random(seed);
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

    @Test
    void oneOfThreePiecesBringsItsShareAndTheThirdTheRest() {
        RefundBasis order = basis(List.of(line(1, "GOODS", 3, 1000, 0, 0)), List.of(cash(1, 1000)), 0);
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RefundPlan plan = plan(order, Map.of(), false, wish(1, 1));
            amounts.add(plan.amountMinor());
            order = SoldOrder.booked(order, plan);
        }
        assertThat(amounts).containsExactly(333L, 334L, 333L);
    }

    @Test
    void aLinePaidByACardComesBackAsItsUsesAndNoMoney() {
        PaidTender uses = new PaidTender(2, TenderKind.CARD_USE, "2", 6000, 0);
        RefundBasis order = basis(
                List.of(line(1, "GOODS", 2, 4000, 0, 0), line(2, "SERVICE", 3, 6000, 6000, 0)),
                List.of(cash(1, 4000), uses),
                0);
        assertThat(plan(order, Map.of(), false, wish(2, 1)).parts())
                .containsExactly(new RefundPlan.Part(2, TenderKind.CARD_USE, "2", 2000, 6000));
        assertThat(plan(order, Map.of(), false, wish(1, 1), wish(2, 2)).parts())
                .extracting(RefundPlan.Part::amountMinor)
                .containsExactlyInAnyOrder(2000L, 4000L);
    }

    @Test
    void feesGoBackWithTheRefundThatLeavesNothing() {
        RefundBasis order =
                new RefundBasis(List.of(line(1, "GOODS", 2, 3000, 0, 0)), List.of(cash(1, 3600)), 0, 0, 600, 0);
        assertThat(plan(order, Map.of(), false, wish(1, 1)).amountMinor()).isEqualTo(1500);
        RefundPlan all = plan(order, Map.of(), true, wish(1, 2));
        assertThat(all.amountMinor()).isEqualTo(3600);
        assertThat(all.feesMinor()).isEqualTo(600);
    }

    @Test
    void pointsInThePriceComeBackByPieces() {
        RefundBasis order = basis(List.of(line(1, "GOODS", 3, 300, 0, 100)), List.of(cash(1, 300)), 100);
        assertThat(plan(order, Map.of(), false, wish(1, 1)).points()).isEqualTo(33);
        assertThat(plan(order, Map.of(), false, wish(1, 3)).points()).isEqualTo(100);
    }

    @Test
    void ofACardComesBackWhatItsFormulaSays() {
        RefundBasis order = basis(List.of(line(1, "CARD", 1, 50_000, 0, 0)), List.of(cash(1, 50_000)), 0);
        AssetFormula formula = new AssetFormula(27_500, "CONSUMER_REASON", List.of(), null);
        RefundPlan plan = plan(order, Map.of("1", formula), false, wish(1, 1));
        assertThat(plan.amountMinor()).isEqualTo(27_500);
        assertThat(plan.lines().getFirst().formula()).isEqualTo(formula);
        AssetFormula wrong = new AssetFormula(60_000, "MERCHANT_FAULT", List.of(), null);
        assertThat(plan(order, Map.of("1", wrong), false, wish(1, 1)).amountMinor())
                .isEqualTo(50_000);
    }

    @Test
    void moreThanIsLeftAndTheSameLineTwiceAreRefused() {
        RefundBasis order = basis(List.of(line(1, "GOODS", 2, 1000, 0, 0)), List.of(cash(1, 1000)), 0);
        assertThatThrownBy(() -> plan(order, Map.of(), false, wish(1, 3)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(RefundProblem.RETURN_TOO_MUCH));
        assertThatThrownBy(() -> plan(order, Map.of(), false, wish(1, 1), wish(1, 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(RefundProblem.RETURN_LINE_TWICE));
    }

    private static RefundPlan plan(
            RefundBasis order, Map<String, AssetFormula> assets, boolean withFees, ReturnWish... wishes) {
        return RefundPlanner.plan(order, List.of(wishes), assets, withFees);
    }

    private static ReturnWish wish(int line, long quantity) {
        return new ReturnWish(Integer.toString(line), quantity, true);
    }

    private static RefundBasis basis(List<SoldLine> lines, List<PaidTender> tenders, long points) {
        return new RefundBasis(lines, tenders, points, 0, 0, 0);
    }

    private static SoldLine line(int no, String kind, long quantity, long paid, long byCard, long exchangePoints) {
        return new SoldLine(no, "水", kind, quantity, paid, paid, byCard, 0, exchangePoints, 0, 0);
    }

    private static PaidTender cash(int no, long amount) {
        return new PaidTender(no, TenderKind.CASH, "C" + no, amount, 0);
    }
}
