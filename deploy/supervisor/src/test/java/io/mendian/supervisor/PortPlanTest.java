package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void theUsualPorts() {
        PortPlan plan = PortPlan.standard();

        assertThat(Stream.of(Part.values()).map(plan::of))
                .containsExactly(8101, 8102, 8103, 8104, 8105, 8106, 8080, 8190);
        assertThat(plan.mariaDb()).isEqualTo(13306);
        assertThat(plan.kafka()).isEqualTo(19092);
        assertThat(plan.redis()).isEqualTo(16379);
    }

    @Test
    void theBaseMovesAllInnerPortsAlike() {
        PortPlan plan = new PortPlan(9999, 28_000);

        assertThat(plan.of(Part.ORDER)).isEqualTo(28_103);
        assertThat(plan.of(Part.GATEWAY)).isEqualTo(9999);
        assertThat(plan.mariaDb()).isEqualTo(33_306);
        assertThat(plan.kafkaController()).isEqualTo(39_093);
    }

    @Test
    void aBaseThatLeadsBeyondTheLastPortIsRefused() {
        assertThatThrownBy(() -> new PortPlan(8080, 60_000))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--port-base");
        assertThatThrownBy(() -> new PortPlan(0, 8000))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--port");
    }
}
