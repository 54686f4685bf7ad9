package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleLayoutTest {

    private static final ScaleLayout WEIGHT = new ScaleLayout("21IIIIIWWWWWC", 1, 1);
    private static final ScaleLayout PRICE = new ScaleLayout("22IIIIIPPPPPC", 1, 1);
    private static final ScaleLayout BOTH = new ScaleLayout("25IIIIIWWWWWPPPPPC", 1, 1);

    static String label(String withoutCheck) {
        return withoutCheck + Barcode.checkDigit(withoutCheck + "0");
    }

    @Test
    void aLabelTellsItemWeightAndPrice() {
        assertThat(WEIGHT.read(label("210012300456"))).isEqualTo(new ScaleLayout.Reading(123, 456L, null));
        assertThat(PRICE.read(label("220012301234"))).isEqualTo(new ScaleLayout.Reading(123, null, 1234L));
        assertThat(BOTH.read(label("25001230045601234"))).isEqualTo(new ScaleLayout.Reading(123, 456L, 1234L));
        assertThat(new ScaleLayout("29IIIIIWWWWWC", 10, 1).read(label("290000700045")))
                .isEqualTo(new ScaleLayout.Reading(7, 450L, null));
        assertThat(WEIGHT.fits("2200123004567")).isFalse();
        assertThat(WEIGHT.fits("21001230045")).isFalse();
        assertThat(WEIGHT.fits("21001230045xx")).isFalse();
    }

    @Test
    void aPatternThatCannotBeReadIsRefused() {
        for (String bad : new String[] {
            "19IIIIIWWWWWC",
            "21IIIIIWWWWW",
            "21IIIWWIIWWWC",
            "21IIIIIXXXXXC",
            "21IIIIIWWWWWCC",
            "21IIWWWWWWPPC",
            "21IIIIIIIWWWC"
        }) {
            assertThat(new ScaleLayout(bad, 1, 1).fault()).as(bad).isPresent();
        }
        assertThat(WEIGHT.fault()).isEmpty();
        assertThat(BOTH.fault()).isEmpty();
    }

    @Test
    void anyOneWrongDigitIsSeenByTheCheckDigit() {
        SplittableRandom random = new SplittableRandom(20260);
        for (int i = 0; i < 200_000; i++) {
            String good = label("21" + String.format("%010d", random.nextLong(10_000_000_000L)));
            int place = random.nextInt(13);
            int other = (good.charAt(place) - '0' + 1 + random.nextInt(9)) % 10;
            String bad = good.substring(0, place) + other + good.substring(place + 1);
            assertThat(Barcode.checkDigit(bad) == bad.charAt(12) - '0').isFalse();
        }
    }

    @Test
    void thePriceOfAWeightIsHalfUpAndItsWeightComesBack() {
        ScaleItem pound = new ScaleItem(123, 500);
        assertThat(pound.priceOf(398, 456)).isEqualTo(363); // 362.976
        assertThat(pound.priceOf(1, 250)).isEqualTo(1); // 0.5
        assertThat(pound.priceOf(1, 249)).isZero();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300_000; i++) {
            ScaleItem item = new ScaleItem(1, 1 + random.nextInt(1000));
            long list = 1 + random.nextInt(100_000);
            long grams = 1 + random.nextInt(99_999);
            long price = item.priceOf(list, grams);
            assertThat(Math.abs(2 * price * item.perGrams() - 2 * list * grams)).isLessThanOrEqualTo(item.perGrams());
            long back = item.priceOf(list, item.gramsFor(list, Math.max(1, price)));
            assertThat(Math.abs(back - Math.max(1, price))).isLessThanOrEqualTo(1 + list / (2L * item.perGrams()) + 1);
        }
    }
}
