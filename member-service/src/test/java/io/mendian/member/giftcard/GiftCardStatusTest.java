package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiftCardStatusTest {

    @Test
    void theseAndNoOtherChangesExist() {
        List<String> edges = Arrays.stream(GiftCardStatus.values())
                .flatMap(from -> Arrays.stream(GiftCardStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> from + " -> " + to))
                .toList();
        assertThat(edges)
                .containsExactlyInAnyOrder(
                        "ISSUED -> ACTIVE",
                        "ISSUED -> BLOCKED",
                        "ISSUED -> CLOSED",
                        "ACTIVE -> BLOCKED",
                        "ACTIVE -> CLOSED",
                        "BLOCKED -> ACTIVE",
                        "BLOCKED -> CLOSED");
    }

    @Test
    void aCodeChecksItselfHoweverItIsTyped() {
        for (int i = 0; i < 10_000; i++) {
            String code = GiftCode.random();
            assertThat(GiftCode.isWellFormed(code)).isTrue();
            String typed = " "
                    + GiftCode.grouped(code).toLowerCase(java.util.Locale.ROOT).replace('0', 'o');
            assertThat(GiftCode.normalized(typed)).isEqualTo(code);
            char wrong = code.charAt(i % 16) == 'Z' ? 'Y' : 'Z';
            String mistyped = code.substring(0, i % 16) + wrong + code.substring(i % 16 + 1);
            assertThat(GiftCode.isWellFormed(mistyped))
                    .as(code + " " + mistyped)
                    .isFalse();
        }
    }
}
