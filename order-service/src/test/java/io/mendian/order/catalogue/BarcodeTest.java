package io.mendian.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"6901234567892", "4006381333931", "73513537", "96385074"})
    void aNumberWithItsCheckDigitIsABarcode(String ean) {
        assertThat(Barcode.isValid(ean)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567893", "73513536", "123456789012", "690123456789X", "", "6.90123E+12"})
    void anythingElseIsNot(String text) {
        assertThat(Barcode.isValid(text)).isFalse();
    }

    @Test
    void twoNeighboursSwappedAreNoticed() {
        assertThat(Barcode.isValid("6901234567982")).isFalse();
    }
}
