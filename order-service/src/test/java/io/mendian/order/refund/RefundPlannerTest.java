package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.order.refund.RefundBasis.SoldLine;
import io.mendian.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
