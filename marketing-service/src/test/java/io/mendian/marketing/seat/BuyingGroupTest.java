package io.mendian.marketing.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rules of a group, without a database. */
class BuyingGroupTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void theFirstPaymentOpensItAndTheLastFillsIt() {
        BuyingGroup group = BuyingGroup.formed(7, 3).paid(NOON, DAY);
        assertThat(group.state()).isEqualTo(GroupState.OPEN);
        assertThat(group.endsAt()).isEqualTo(NOON.plus(DAY));
        BuyingGroup held = group.joined(NOON.plusSeconds(1)).joined(NOON.plusSeconds(2));
        assertThat(held.paid(NOON.plusSeconds(3), DAY).state()).isEqualTo(GroupState.OPEN);
        BuyingGroup full = held.paid(NOON.plusSeconds(3), DAY).paid(NOON.plusSeconds(4), DAY);
        assertThat(full.state()).isEqualTo(GroupState.FILLED);
        assertThat(full.settledAt()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void nobodyJoinsBeforeItIsOpenNorFromItsEndOn() {
        BuyingGroup forming = BuyingGroup.formed(7, 3);
        assertRefused(forming, NOON, "GROUP_OVER");
        BuyingGroup open = forming.paid(NOON, DAY);
        assertThat(open.joined(NOON.plus(DAY).minusNanos(1)).kept()).isEqualTo(2);
        assertRefused(open, NOON.plus(DAY), "GROUP_OVER");
        assertRefused(open.joined(NOON).joined(NOON), NOON, "GROUP_FULL");
    }

    @Test
    void aSeatHeldAtTheEndKeepsItOpenUntilItIsPaidOrFree() {
        BuyingGroup open = BuyingGroup.formed(7, 2).paid(NOON, DAY);
        BuyingGroup held = open.joined(NOON.plusSeconds(9));
        Instant over = NOON.plus(DAY);
        assertThat(open.mayFail(over.minusNanos(1))).isFalse();
        assertThat(open.mayFail(over)).isTrue();
        assertThat(held.mayFail(over.plusSeconds(60))).isFalse();
        assertThat(held.paid(over.plusSeconds(61), DAY).state()).isEqualTo(GroupState.FILLED);
        assertThat(held.left().mayFail(over)).isTrue();
    }

    @Test
    void everyPairOfStatesIsAllowedOrRefused() {
        Map<GroupState, Integer> edges = new EnumMap<>(GroupState.class);
        for (GroupState state : GroupState.values()) {
            edges.put(state, state.next().size());
        }
        assertThat(edges)
                .isEqualTo(Map.of(
                        GroupState.FORMING, 2,
                        GroupState.OPEN, 2,
                        GroupState.DROPPED, 1,
                        GroupState.FILLED, 0,
                        GroupState.FAILED, 0));
        for (SeatState state : SeatState.values()) {
            assertThat(state.next()).doesNotContain(state, SeatState.HELD);
        }
    }

    /** Random lives of 200,000 groups: whatever happens in whatever order, these hold. */
    @Test
    void noGroupEverHasMoreSeatsThanItsSizeAndItFillsExactlyWhenAllArePaid() {
        SplittableRandom random = new SplittableRandom(Seeds.of(42));
        for (int life = 0; life < 200_000; life++) {
            BuyingGroup group = BuyingGroup.formed(life, 2 + random.nextInt(4));
            Instant now = NOON;
            for (int step = 0; step < 24; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(200)));
                BuyingGroup next = moved(group, random.nextInt(5), now);
                check(group, next);
                group = next;
            }
        }
    }

    private static BuyingGroup moved(BuyingGroup group, int kind, Instant now) {
        try {
            return switch (kind) {
                case 0, 1 -> group.joined(now);
                case 2 -> group.kept() > group.paid() ? group.paid(now, DAY) : group;
                case 3 -> group.kept() > group.paid() && group.paid() > 0 ? group.left() : group;
                default -> group.mayFail(now) ? group.failed(now) : returned(group);
            };
        } catch (ProblemException e) {
            return group;
        }
    }

    private static BuyingGroup returned(BuyingGroup group) {
        return group.paid() > 1 ? group.returned() : group;
    }

    private static void check(BuyingGroup was, BuyingGroup now) {
        boolean seats = now.paid() >= 0 && now.paid() <= now.kept() && now.kept() <= now.size();
        boolean settledOnce = was.settledAt() == null || was.settledAt().equals(now.settledAt());
        boolean filledByTheLast =
                now.state() != GroupState.FILLED || was.state() == GroupState.FILLED || now.paid() == now.size();
        boolean openIsNotFull = now.state() != GroupState.OPEN || now.paid() < now.size();
        boolean failedWithoutHeld = now.state() != GroupState.FAILED || now.kept() == now.paid();
        if (!(seats && settledOnce && filledByTheLast && openIsNotFull && failedWithoutHeld)) {
            throw new AssertionError(was + " became " + now);
        }
    }

    private static void assertRefused(BuyingGroup group, Instant at, String problem) {
        assertThatThrownBy(() -> group.joined(at))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().name()).isEqualTo(problem));
    }
}
