package io.mendian.member.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundCalculatorTest {

    private static final LocalDate PAID_ON = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRefundStaysBetweenZeroAndThePriceAndEqualsTheFormulasReckonedAnotherWay(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < 40_000; i++) {
            long paid = random.nextInt(500_001);
            long deal = paid + random.nextInt(100_001);
            int of = 1 + random.nextInt(60);
            int used = random.nextInt(of + 1);
            Fraction consumed = Fraction.of(deal).times(Fraction.of(used, of));
            RefundCase what = new RefundCase(
                    paid, deal, consumed, consumed, used == 0, PAID_ON, PAID_ON.plusDays(random.nextInt(20)));
            long merchant = RefundCalculator.reckon(what, RefundCause.MERCHANT, RefundPolicy.STATUTORY)
                    .refundMinor();
            RefundResult consumer = RefundCalculator.reckon(what, RefundCause.CONSUMER, RefundPolicy.STATUTORY);
            assertThat(merchant).isEqualTo(exactly(BigDecimal.valueOf(paid * (long) (of - used)), of));
            assertThat(consumer.refundMinor()).isBetween(0L, merchant);
            if (consumer.formula() == RefundFormula.CONSUMER_REASON) {
                assertThat(consumer.refundMinor())
                        .isEqualTo(Math.max(0, exactly(BigDecimal.valueOf(paid * of - deal * used), of)));
            }
            RefundPolicy generous = new RefundPolicy("G", 30, RefundPolicy.ConsumerTerms.PROPORTIONAL, 1000, "1");
            assertThat(RefundCalculator.reckon(what, RefundCause.CONSUMER, generous)
                            .refundMinor())
                    .isEqualTo(merchant);
        }
    }

    @Test
    void consumingMoreNeverGivesMoreBack() {
        Random random = new Random(Seeds.of(42));
        for (int i = 0; i < 50_000; i++) {
            long paid = random.nextInt(100_000);
            long deal = paid + random.nextInt(50_000);
            long less = random.nextLong(deal + 1);
            long more = less + random.nextLong(deal - less + 1);
            for (RefundCause cause : RefundCause.values()) {
                assertThat(refund(paid, deal, more, cause)).isLessThanOrEqualTo(refund(paid, deal, less, cause));
            }
        }
    }

    private static long refund(long paid, long deal, long consumed, RefundCause cause) {
        RefundCase what = new RefundCase(
                paid, deal, Fraction.of(consumed), Fraction.of(consumed), consumed == 0, PAID_ON, PAID_ON.plusDays(9));
        return RefundCalculator.reckon(what, cause, RefundPolicy.STATUTORY).refundMinor();
    }

    private static long exactly(BigDecimal numerator, int denominator) {
        BigDecimal twice = numerator.multiply(BigDecimal.TWO).add(BigDecimal.valueOf(denominator));
        return twice.divide(BigDecimal.valueOf(2L * denominator), 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
