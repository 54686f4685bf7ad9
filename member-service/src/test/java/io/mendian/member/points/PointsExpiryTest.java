package io.mendian.member.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.PointsExpiring;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of points: told before, no debt after, kept by what comes back. */
class PointsExpiryTest extends EarningRulesCase {

    @Test
    void anExpiryIsToldOnceForAMemberAndDueDateWhateverTheTimersDo() {
        assets.earn(member, 3_000);
        assets.earn(member, 2_000);
        Instant due = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advanceTo(due.minus(Duration.ofDays(31)));
        warnAll();
        assertThat(outbox.events(PointsExpiring.class, member.text())).isEmpty();
        clock.advanceTo(due.minus(Duration.ofDays(30)).plusSeconds(1));
        Assets.race(4, i -> () -> warnOfExpiry.warn(200));
        warnAll();
        List<PointsExpiring> warnings = outbox.events(PointsExpiring.class, member.text());
        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst().points()).isEqualTo(50);
        assertThat(warnings.getFirst().expiresAt()).isEqualTo(due);
    }

    @Test
    void pointsThatExpiredUnusedAreNoDebtWhenTheirOrderComesBackSweptOrNot() {
        Sale swept = assets.saleTo(member).goods(3_000);
        deliveries.deliver(swept.paid());
        MemberKey other = Sale.someone();
        Sale notSwept = assets.saleTo(other).goods(3_000);
        deliveries.deliver(notSwept.paid());
        clock.advance(Duration.ofDays(367));
        deliveries.deliver(notSwept.refund(1, 1, 3_000).full().event());
        while (expirePoints.expire(200) > 0) {
            // lots of other tests
        }
        deliveries.deliver(swept.refund(1, 1, 3_000).full().event());
        for (MemberKey one : List.of(member, other)) {
            assertThat(assets.points(one)).isZero();
            assertThat(assets.number("SELECT debt FROM points_account WHERE member_key = ?", one))
                    .isZero();
        }
    }

    @Test
    void pointsThatPaidForAReturnedPieceComeBackWithTheExpiryTheyHad() {
        assets.earn(member, 3_000);
        Instant first = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advance(Duration.ofDays(100));
        assets.earn(member, 2_000);
        Instant second = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        Sale sale = assets.saleTo(member).line("GIFT", "酒", 2, 0, null, null).points(50);
        assets.hold(sale, member, 50, 0).expect(200);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 0).points(25).event());
        deliveries.deliverTwice(sale.refund(1, 1, 0).points(25).full().event());
        assertThat(expiring(first)).isEqualTo(30);
        assertThat(expiring(second)).isEqualTo(20);
        assertThat(assets.points(member)).isEqualTo(50);
    }

    @Test
    void aReturnTakesThePointsOfItsOwnOrderBeforeThoseThatExpireFirst() {
        assets.earn(member, 3_000);
        Instant first = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advance(Duration.ofDays(100));
        Sale later = assets.saleTo(member).goods(2_000);
        deliveries.deliver(later.paid());
        Instant second = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        deliveries.deliverTwice(later.refund(1, 1, 2_000).full().event());
        assertThat(expiring(first)).isEqualTo(30);
        assertThat(expiring(second)).isZero();
    }

    @Test
    void ofPointsThatComeBackInPartThoseThatExpireLastComeFirst() {
        assets.earn(member, 3_000);
        Instant first = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advance(Duration.ofDays(100));
        assets.earn(member, 2_000);
        Instant second = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        Sale sale = assets.saleTo(member).line("GIFT", "酒", 2, 0, null, null).points(50);
        assets.hold(sale, member, 50, 0).expect(200);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 0).points(20).event());
        assertThat(expiring(second)).isEqualTo(20);
        assertThat(expiring(first)).isZero();
    }

    @Test
    void pointsThatComeBackShortlyBeforeTheirEndServeForThirtyDaysMore() {
        assets.earn(member, 3_000);
        Instant due = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advanceTo(due.minus(Duration.ofDays(2)));
        Sale sale = assets.saleTo(member).line("GIFT", "酒", 1, 0, null, null).points(30);
        assets.hold(sale, member, 30, 0).expect(200);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 0).points(30).full().event());
        clock.advanceTo(due.plus(Duration.ofDays(27)));
        Sale next = assets.saleTo(member);
        assets.hold(next, member, 30, 0).expect(200);
        assets.asOrderService()
                .delete("/internal/v1/holds/" + next.orderId().text())
                .expect(204);
        clock.advanceTo(due.plus(Duration.ofDays(29)));
        assets.hold(assets.saleTo(member), member, 1, 0).expectProblem(409, "NOT_ENOUGH_POINTS");
    }
}
