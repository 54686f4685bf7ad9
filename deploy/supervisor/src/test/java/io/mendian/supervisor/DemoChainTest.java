package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoChainTest {

    private static final JsonNode NONE = JsonMapper.shared().readTree("[]");
    private static final JsonNode ONE = JsonMapper.shared().readTree("[{\"code\": \"REAL\"}]");

    @Test
    void onlyAnEmptyChainIsFilledWithStaffWhosePasswordEverybodyKnows() {
        assertThat(DemoChain.mayFill(NONE, false)).isTrue();
        assertThat(DemoChain.mayFill(ONE, false)).isFalse();
    }

    @Test
    void anInterruptedAttemptGoesOn() {
        assertThat(DemoChain.mayFill(ONE, true)).isTrue();
    }
}
