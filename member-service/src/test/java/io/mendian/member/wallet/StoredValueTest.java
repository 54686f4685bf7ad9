package io.mendian.member.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.assetrules.SpendingRule;
import io.mendian.testkit.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredValueTest {

    @Test
    void aSpendTakesPrincipalAndBonusInProportionRoundedHalfUp() {
        assertThat(new StoredValue(10_000, 1_000).proportional(1_000)).isEqualTo(new StoredValue(909, 91));
        assertThat(new StoredValue(1, 1).proportional(1)).isEqualTo(new StoredValue(1, 0));
        assertThat(StoredValue.NONE.proportional(0)).isEqualTo(StoredValue.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsNeverExceedTheBalanceAndEndExactlyAtIt(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < 2_000; i++) {
            StoredValue whole = new StoredValue(random.nextInt(5_000), random.nextInt(700));
            StoredValue left = whole;
            StoredValue back = StoredValue.NONE;
            while (left.totalMinor() > 0) {
                long amount = 1 + random.nextLong(left.totalMinor());
                StoredValue part = left.proportional(amount);
                StoredValue share = whole.nextShare(back, amount);
                assertThat(part.totalMinor()).isEqualTo(amount);
                assertThat(share.totalMinor()).isEqualTo(amount);
                assertThat(Math.min(share.principalMinor(), share.bonusMinor())).isNotNegative();
                left = left.minus(part);
                back = new StoredValue(
                        back.principalMinor() + share.principalMinor(), back.bonusMinor() + share.bonusMinor());
                assertThat(Math.min(left.principalMinor(), left.bonusMinor())).isNotNegative();
            }
            assertThat(back).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySpendingRuleTakesExactlyTheAmountAndNeverGoesBelowZero(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < 20_000; i++) {
            StoredValue left = new StoredValue(random.nextInt(5_000), random.nextInt(700));
            while (left.totalMinor() > 0) {
                SpendingRule rule = SpendingRule.values()[random.nextInt(3)];
                long amount = 1 + random.nextLong(left.totalMinor());
                StoredValue part = left.take(rule, amount);
                assertThat(part.totalMinor()).isEqualTo(amount);
                assertThat(Math.min(part.principalMinor(), part.bonusMinor())).isNotNegative();
                switch (rule) {
                    case BONUS_FIRST -> assertThat(part.bonusMinor()).isEqualTo(Math.min(amount, left.bonusMinor()));
                    case PRINCIPAL_FIRST ->
                        assertThat(part.principalMinor()).isEqualTo(Math.min(amount, left.principalMinor()));
                    case PROPORTIONAL -> assertThat(part).isEqualTo(left.proportional(amount));
                }
                left = left.minus(part);
                assertThat(Math.min(left.principalMinor(), left.bonusMinor())).isNotNegative();
            }
        }
    }
}
