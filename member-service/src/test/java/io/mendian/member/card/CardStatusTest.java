package io.mendian.member.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardStatusTest {

    @Test
    void theseAndNoOtherChangesExist() {
        List<String> edges = Arrays.stream(CardStatus.values())
                .flatMap(from -> Arrays.stream(CardStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> from + " -> " + to))
                .toList();
        assertThat(edges)
                .containsExactlyInAnyOrder(
                        "ACTIVE -> FROZEN", "ACTIVE -> CLOSED", "FROZEN -> ACTIVE", "FROZEN -> CLOSED");
    }
}
