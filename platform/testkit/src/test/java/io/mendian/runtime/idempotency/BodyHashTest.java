package io.mendian.runtime.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A request that is repeated after an upgrade is the request it was before. */
class BodyHashTest {

    private final BodyHash bodies = new BodyHash(JsonMapper.shared());

    record Before(long amount, @Nullable List<String> coupons) {}

    record After(
            long amount,
            @Nullable List<String> coupons,
            @Nullable String note) {}

    @Test
    void aFieldThatIsNewAndNotThereDoesNotCount() {
        String before = bodies.of(List.of(new Before(5, null)));
        assertThat(bodies.of(List.of(new After(5, null, null)))).isEqualTo(before);
        assertThat(bodies.of(List.of(new After(6, null, null)))).isNotEqualTo(before);
        assertThat(bodies.of(List.of(new After(5, null, "note")))).isNotEqualTo(before);
        assertThat(bodies.of(List.of(new After(5, List.of(), null)))).isNotEqualTo(before);
        assertThat(before).hasSize(64).startsWith("n");
    }
}
