package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.order.refund.RefundBasis.SoldLine;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefundPlannerTest {

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
    void pointsThatCameBackBeyondTheirShareAreNotTakenAgain() {
        RefundBasis order =
                new RefundBasis(List.of(line(1, "GOODS", 3, 300, 0, 100)), List.of(cash(1, 300)), 100, 40, 0, 0);
        assertThat(plan(order, Map.of(), false, wish(1, 1)).points()).isZero();
        assertThat(plan(order, Map.of(), false, wish(1, 3)).points()).isEqualTo(60);
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

    @Test
    void nothingAndLessThanNothingCannotComeBack() {
        RefundBasis order = basis(List.of(line(1, "GOODS", 2, 1000, 0, 0)), List.of(cash(1, 1000)), 0);
        for (long quantity : new long[] {0, -1}) {
            assertThatThrownBy(() -> plan(order, Map.of(), false, wish(1, quantity)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    /** What was used up of a card is given back neither as money nor by the points that paid for it. */
    @Test
    void thePointsOfACardComeBackAsItsMoneyDoes() {
        SoldLine card = new SoldLine(1, "卡", "CARD", 1, 60_000, 50_000, 0, 10_000, 0, 0, 0);
        RefundBasis order = basis(List.of(card), List.of(cash(1, 50_000)), 1_000);
        AssetFormula half = new AssetFormula(25_000, "CONSUMER_REASON", List.of(), null);
        assertThat(plan(order, Map.of("1", half), false, wish(1, 1)).points()).isEqualTo(500);
        AssetFormula nothing = new AssetFormula(0, "CONSUMER_REASON", List.of(), null);
        assertThat(plan(order, Map.of("1", nothing), false, wish(1, 1)).points())
                .isZero();
    }

    @Test
    void neverMoreThanWasPaidIsSpreadOverTheTenders() {
        List<PaidTender> tenders = List.of(
                new PaidTender(1, TenderKind.CASH, "C1", 100, 90), new PaidTender(2, TenderKind.CASH, "C2", 100, 0));
        assertThatThrownBy(() -> RefundPlanner.spread(tenders, 111))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more goes back");
        assertThatThrownBy(() -> RefundPlanner.spread(List.of(), 1)).isInstanceOf(IllegalStateException.class);
        // one is beyond its share, as after a refund that was taken back: the other has room for all of it
        assertThat(RefundPlanner.spread(tenders, 20))
                .extracting(RefundPlan.Part::tenderNo, RefundPlan.Part::amountMinor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 20L));
    }

    /** 200,000 spreads from any state of the tenders, also such as no running total leads to. */
    @Test
    void whateverHasGoneBackTheSpreadIsWholeAndWithinEachTender() {
        Random random = new Random(Seeds.of(20261122));
        for (int i = 0; i < 200_000; i++) {
            List<PaidTender> tenders = new ArrayList<>();
            long room = 0;
            for (int n = random.nextInt(5); n >= 0; n--) {
                long amount = random.nextInt(300);
                long back = random.nextLong(amount + 1);
                tenders.add(new PaidTender(n, TenderKind.CASH, "C" + n, amount, back));
                room += amount - back;
            }
            long money = random.nextLong(room + 1);
            List<RefundPlan.Part> parts = RefundPlanner.spread(tenders, money);
            boolean within = parts.stream()
                    .allMatch(part -> tenders.stream()
                            .filter(tender -> tender.no() == part.tenderNo())
                            .allMatch(tender -> part.amountMinor() <= tender.amountMinor() - tender.backMinor()));
            long sum = parts.stream().mapToLong(RefundPlan.Part::amountMinor).sum();
            if (!within || sum != money) {
                throw new AssertionError(money + " over " + tenders + ": " + parts);
            }
        }
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
