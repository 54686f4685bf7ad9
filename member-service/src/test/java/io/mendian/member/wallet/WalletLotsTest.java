package io.mendian.member.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletLotsTest {

    @Test
    void theOldestRechargeIsSpentFirstAndAReturnFillsWhatWasDrawnOnLast() {
        List<WalletLots.Posting> ledger = List.of(
                new WalletLots.Posting(100, "RECHARGE", "1:1"),
                new WalletLots.Posting(50, "RECHARGE", "2:1"),
                new WalletLots.Posting(-120, "HOLD", "7"),
                new WalletLots.Posting(30, "REFUND", "8"),
                new WalletLots.Posting(5, "INSTALMENT", "2:1:1"));
        assertThat(WalletLots.leftOf(ledger)).isEqualTo(Map.of("1:1", 10L, "2:1", 55L));
    }

    @Test
    void aRefundedRechargeTakesItsOwnAndNotTheOldest() {
        List<WalletLots.Posting> ledger = List.of(
                new WalletLots.Posting(100, "RECHARGE", "1:1"),
                new WalletLots.Posting(50, "RECHARGE", "2:1"),
                new WalletLots.Posting(-50, "RECHARGE_REFUND", "2:1:9"));
        assertThat(WalletLots.leftOf(ledger)).isEqualTo(Map.of("1:1", 100L, "2:1", 0L));
    }

    @Test
    void aCorrectionTakesBackWhatACorrectionGaveAndNotARecharge() {
        List<WalletLots.Posting> ledger = List.of(
                new WalletLots.Posting(100, "RECHARGE", "1:1"),
                new WalletLots.Posting(30, "ADJUSTMENT", "5"),
                new WalletLots.Posting(-40, "ADJUSTMENT", "6"));
        assertThat(WalletLots.leftOf(ledger)).isEqualTo(Map.of("1:1", 90L, "ADJUSTMENT 5", 0L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePartsAlwaysSumToTheBalanceAndNoneIsBelowZero(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int round = 0; round < 4_000; round++) {
            List<WalletLots.Posting> ledger = new ArrayList<>();
            long balance = 0;
            long spent = 0;
            for (int i = 0; i < 12; i++) {
                long amount = 1 + random.nextInt(500);
                WalletLots.Posting next =
                        switch (random.nextInt(5)) {
                            case 0 -> new WalletLots.Posting(amount, "RECHARGE", i + ":1");
                            case 1 -> new WalletLots.Posting(amount, "INSTALMENT", random.nextInt(i + 1) + ":1:" + i);
                            case 2 -> new WalletLots.Posting(-Math.min(amount, balance), "HOLD", "h" + i);
                            case 3 -> new WalletLots.Posting(Math.min(amount, spent), "REFUND", "r" + i);
                            default ->
                                new WalletLots.Posting(
                                        -Math.min(amount, balance),
                                        "RECHARGE_REFUND",
                                        random.nextInt(i + 1) + ":1:" + i);
                        };
                if (next.deltaMinor() == 0) {
                    continue;
                }
                spent += next.causeType().equals("HOLD") || next.causeType().equals("REFUND") ? -next.deltaMinor() : 0;
                balance += next.deltaMinor();
                ledger.add(next);
                Map<String, Long> left = WalletLots.leftOf(ledger);
                assertThat(left.values().stream().mapToLong(part -> part).sum()).isEqualTo(balance);
                assertThat(left.values()).allMatch(part -> part >= 0);
            }
        }
    }
}
