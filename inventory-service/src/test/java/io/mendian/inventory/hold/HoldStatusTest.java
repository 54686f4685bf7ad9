package io.mendian.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HoldStatusTest {

    @Test
    void thesePairsAndNoOthersFollowEachOther() {
        String edges = Arrays.stream(HoldStatus.values())
                .flatMap(from -> from.next().stream().map(to -> from + ">" + to))
                .collect(Collectors.joining(" "));
        assertThat(edges)
                .isEqualTo("MISSING>CONFIRMED MISSING>RELEASED HELD>CONFIRMED HELD>RELEASED HELD>EXPIRED "
                        + "RELEASED>CONFIRMED EXPIRED>CONFIRMED");
    }
}
