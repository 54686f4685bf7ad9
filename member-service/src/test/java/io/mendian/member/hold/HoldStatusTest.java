package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldStatusTest {

    @Test
    void theseAndNoOtherChangesExist() {
        List<String> edges = Arrays.stream(HoldStatus.values())
                .flatMap(from -> Arrays.stream(HoldStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> from + " -> " + to))
                .toList();
        assertThat(edges)
                .containsExactlyInAnyOrder(
                        "HELD -> CONFIRMED",
                        "HELD -> RELEASED",
                        "HELD -> EXPIRED",
                        "RELEASED -> CONFIRMED",
                        "RELEASED -> SHORT",
                        "EXPIRED -> CONFIRMED",
                        "EXPIRED -> SHORT");
    }
}
