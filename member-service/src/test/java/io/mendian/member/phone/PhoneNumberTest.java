package io.mendian.member.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+8613800138000", "+86 138-0013-8000", "008613800138000", " 138 0013 8000 "})
    void oneNumberHoweverItIsTyped(String typed) {
        assertThat(PhoneNumber.of(typed).e164()).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1380013800", "138001380000", "23800138000", "010-62345678", "", "' OR 1=1", "+861380013800"})
    void whatIsNoMobileNumberIsRefused(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @Test
    void peopleSeeTheMiddleHidden() {
        assertThat(PhoneNumber.of("13812345678").masked()).isEqualTo("138****5678");
        assertThat(PhoneNumber.of("13812345678")).hasToString("138****5678");
    }
}
