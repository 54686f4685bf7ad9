package io.mendian.analytics.liability;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.analytics.books.FakeServices;
import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.DepositChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is owed for stored value, deposits and points is what their postings leave, each counted once. */
class OwedTest extends LiabilityCase {

    private static final String[] CHECKS = {"I21 stored value by day", "X12 deposits"};

    private final StoreId store = StoreId.of(Trading.id());

    @AfterEach
    void memberServiceIsBackAndTheFoldHolds() {
        FakeServices.pointsPerUnit = 100;
        assertThat(balanced(CHECKS)).hasSize(2).containsOnly(true);
    }

    @Test
    void storedValueIsOwedInTwoPartsUntilItIsSpent() {
        JsonNode before = report("").path("storedValue");
        MemberKey member = Trading.member();
        String day = "2032-03-05";
        deliveries.deliverTwice(stored(member, 50_000, 5_000, "RECHARGE", "o1", day));
        StoredValueChanged spent = stored(member, -10_000, -1_000, "HOLD", "o2", day);
        deliveries.deliver(spent);
        deliveries.deliver(spent); // under another event id
        deliveries.deliverInParallel(stored(member, 0, 200, "BONUS", "b1", "2032-03-06"), 4);
        JsonNode now = report("?from=" + day + "&to=" + day).path("storedValue");
        assertThat(now.path("principalMinor").asLong()
                        - before.path("principalMinor").asLong())
                .isEqualTo(40_000);
        assertThat(now.path("bonusMinor").asLong() - before.path("bonusMinor").asLong())
                .isEqualTo(4_200);
        assertThat(now.path("moves")).hasSize(2);
        assertThat(now.at("/moves/0/cause").asString()).isEqualTo("HOLD");
        assertThat(now.at("/moves/0/entries").asLong()).isEqualTo(1);
        assertThat(now.at("/moves/1/bonusMinor").asLong()).isEqualTo(5_000);
    }

    @Test
    void aDepositIsOwedUntilItIsUsedKeptOrGivenBack() {
        JsonNode before = report("").path("deposits");
        List<String> ends = List.of("USED", "KEPT", "GIVEN_BACK", "");
        for (String end : ends) {
            OrderId order = OrderId.of(Trading.id());
            deliveries.deliverTwice(deposit(order, "RECEIVED", 1_000));
            if (!end.isEmpty()) {
                deliveries.deliver(deposit(order, end, -1_000));
                deliveries.deliver(deposit(order, end, -1_000));
            }
        }
        JsonNode now = report("").path("deposits");
        assertThat(now.path("outstandingMinor").asLong()
                        - before.path("outstandingMinor").asLong())
                .isEqualTo(1_000);
        assertThat(now.path("orders").asLong() - before.path("orders").asLong()).isEqualTo(1);
        assertThat(now.path("moves")).hasSize(4);
    }

    @Test
    void pointsAreWorthWhatTheRuleSaysAndAnOldPostingToldAgainChangesNothing() {
        JsonNode before = report("").path("points");
        MemberKey member = Trading.member();
        PointsChanged old = points(member, 100, 100, "2032-04-01");
        deliveries.deliver(old);
        deliveries.deliverTwice(points(member, 150, 250, "2032-04-02"));
        deliveries.deliver(old);
        JsonNode now = report("").path("points");
        long points = now.path("points").asLong();
        assertThat(points - before.path("points").asLong()).isEqualTo(250);
        assertThat(now.path("members").asLong() - before.path("members").asLong())
                .isEqualTo(1);
        assertThat(now.path("worthMinor").asLong()).isEqualTo(points);
        FakeServices.pointsPerUnit = 1_000;
        assertThat(report("").at("/points/worthMinor").asLong()).isEqualTo(points / 10);
        FakeServices.pointsPerUnit = 0;
        JsonNode away = report("").path("points");
        assertThat(away.path("points").asLong()).isEqualTo(points);
        assertThat(away.path("worthMinor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsPostedTheSumIsWhatMembersHave(long seed) {
        Random random = new Random(Seeds.of(seed));
        JsonNode before = report("");
        long value = 0;
        long points = 0;
        for (int m = 0; m < 12; m++) {
            MemberKey member = Trading.member();
            long balance = 0;
            for (int i = 0; i < 6; i++) {
                long delta = random.nextInt(1_000) - Math.min(balance, 300);
                balance += delta;
                value += delta;
                StoredValueChanged posting = stored(member, delta, 0, "ADJUST", "a" + i, "2032-05-0" + (1 + i));
                deliveries.deliver(posting);
                PointsChanged points1 = points(member, delta, balance, "2032-05-0" + (1 + i));
                deliveries.deliver(points1);
                if (random.nextInt(3) == 0) {
                    deliveries.deliver(posting);
                    deliveries.deliver(points1);
                }
            }
            points += balance;
        }
        JsonNode now = report("");
        assertThat(difference(before, now, "/storedValue/principalMinor")).isEqualTo(value);
        assertThat(difference(before, now, "/points/points")).isEqualTo(points);
    }

    @Test
    void theBooksFindASumThatIsNotItsPostings() {
        deliveries.deliver(stored(Trading.member(), 900, 0, "RECHARGE", "o9", "2032-06-01"));
        deliveries.deliver(deposit(OrderId.of(Trading.id()), "RECEIVED", 1_000));
        for (String sabotage : List.of(
                "UPDATE agg_stored_value_day SET bonus_minor = bonus_minor + 1",
                "UPDATE fact_deposit SET kind = 'USED' WHERE store_id = " + store.text())) {
            assertThat(balancedAfter(sabotage, CHECKS)).as(sabotage).contains(false, true);
        }
    }

    private static long difference(JsonNode before, JsonNode now, String path) {
        return now.at(path).asLong() - before.at(path).asLong();
    }

    private static StoredValueChanged stored(
            MemberKey member, long principal, long bonus, String cause, String reference, String day) {
        return new StoredValueChanged(
                member, principal, bonus, 0, 0, "CNY", cause, reference, Instant.parse(day + "T02:00:00Z"));
    }

    private static PointsChanged points(MemberKey member, long delta, long balance, String day) {
        return new PointsChanged(member, delta, balance, "EARNED", day, Instant.parse(day + "T02:00:00Z"));
    }

    private DepositChanged deposit(OrderId order, String kind, long amount) {
        return new DepositChanged(
                order,
                store,
                kind,
                amount,
                "CNY",
                LocalDate.parse("2032-03-01"),
                Instant.parse("2032-03-01T02:00:00Z"));
    }
}
