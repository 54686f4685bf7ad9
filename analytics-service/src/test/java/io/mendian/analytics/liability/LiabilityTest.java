package io.mendian.analytics.liability;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.member.GiftCardChanged;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is owed for gift cards is the fold of their postings, each counted once, whatever is told again. */
class LiabilityTest extends LiabilityCase {

    @AfterEach
    void theFoldHolds() {
        assertThat(balanced("I21 gift cards")).hasSize(2).containsOnly(true);
    }

    @Test
    void aCardIsOwedUntilItIsSpent() {
        long before = owed();
        String card = Long.toString(Trading.id());
        String day = "2031-03-05";
        deliveries.deliver(posting(card, 50_000, 50_000, "ISSUE", "o1:1", day));
        deliveries.deliverTwice(posting(card, -20_000, 30_000, "HOLD", "o2", day));
        deliveries.deliverInParallel(posting(card, 5_000, 35_000, "REFUND", "r1", day), 4);
        deliveries.deliver(posting(card, -35_000, 0, "MOVE", "m1", "2031-03-06"));
        JsonNode report = report("?from=" + day + "&to=" + day).path("giftCards");
        assertThat(owed()).isEqualTo(before);
        assertThat(report.path("changeMinor").asLong()).isEqualTo(35_000);
        assertThat(report.path("moves")).hasSize(3);
        assertThat(report.path("moves").get(0).path("amountMinor").asLong()).isEqualTo(-20_000);
        assertThat(report.path("moves").get(0).path("entries").asLong()).isEqualTo(1);
    }

    @Test
    void theSamePostingUnderAnotherEventIdCountsOnce() {
        long before = owed();
        GiftCardChanged issue = posting(Long.toString(Trading.id()), 700, 700, "ISSUE", "o9:1", "2031-04-01");
        deliveries.deliver(issue);
        deliveries.deliver(issue);
        assertThat(owed() - before).isEqualTo(700);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsPostedTheSumIsWhatIsLeftOnTheCards(long seed) {
        Random random = new Random(Seeds.of(seed));
        long before = owed();
        long expected = 0;
        for (int c = 0; c < 15; c++) {
            String card = Long.toString(Trading.id());
            long balance = 1_000 + random.nextInt(9_000);
            List<GiftCardChanged> postings = new ArrayList<>();
            postings.add(posting(card, balance, balance, "ISSUE", "i" + card, "2031-05-01"));
            for (int i = 0; i < 8; i++) {
                long delta = -random.nextInt((int) balance + 1);
                if (delta != 0) {
                    balance += delta;
                    postings.add(posting(card, delta, balance, "HOLD", "h" + i, "2031-05-0" + (1 + i)));
                }
            }
            postings.forEach(posting -> {
                deliveries.deliver(posting);
                if (random.nextInt(3) == 0) {
                    deliveries.deliver(posting);
                }
            });
            expected += balance;
        }
        assertThat(owed() - before).isEqualTo(expected);
    }

    @Test
    void theBooksFindASumThatIsNotItsPostings() {
        deliveries.deliver(posting(Long.toString(Trading.id()), 900, 900, "ISSUE", "o5:1", "2031-06-01"));
        for (String sabotage : List.of(
                "UPDATE agg_gift_card SET balance_minor = balance_minor + 1",
                "UPDATE agg_gift_card_day SET delta_minor = delta_minor + 1")) {
            assertThat(balancedAfter(sabotage, "I21 gift cards")).contains(false, true);
        }
    }

    @Test
    void theChainsDebtIsForThoseWhoReachTheChain() {
        Caller region =
                new Caller(Realm.HQ, "8", null, false, Set.of(StoreId.of(Trading.id())), Set.of(Right.REPORTS_READ));
        api.as(region).get("/hq/v1/reports/liabilities").expectProblem(403, "CHAIN_WIDE_NEEDED");
    }

    private long owed() {
        return report("").path("giftCards").path("outstandingMinor").asLong();
    }

    private static GiftCardChanged posting(
            String card, long delta, long balance, String cause, String reference, String day) {
        return new GiftCardChanged(card, delta, balance, "CNY", cause, reference, Instant.parse(day + "T02:00:00Z"));
    }
}
