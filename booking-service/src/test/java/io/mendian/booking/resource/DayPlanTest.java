package io.mendian.booking.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.resource.DayPlan.Answer;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayPlanTest {

    private final DayPlan plan = new DayPlan(
            new Resource("7", StoreId.of(1), ResourceKind.ROOM, "一号房", null, true, List.of()),
            List.of(slot(9, 3), slot(13, 4)),
            List.of(slot(16, 1)),
            List.of(slot(10, 1)));

    @Test
    void touchingSlotsDoNotOverlap() {
        assertThat(plan.at(slot(9, 1))).isEqualTo(Answer.FREE);
        assertThat(plan.at(slot(11, 1))).isEqualTo(Answer.FREE);
        assertThat(plan.at(slot(15, 1))).isEqualTo(Answer.FREE);
    }

    @Test
    void aBreakIsNotWorkedThrough() {
        assertThat(plan.at(slot(11, 3))).isEqualTo(Answer.NOT_WORKING);
        assertThat(plan.at(slot(12, 1))).isEqualTo(Answer.NOT_WORKING);
    }

    @Test
    void leaveAndWhatIsTakenAreToldApart() {
        assertThat(plan.at(slot(15, 2))).isEqualTo(Answer.ON_LEAVE);
        assertThat(plan.at(slot(9, 2))).isEqualTo(Answer.TAKEN);
    }

    private static TimeSlot slot(int hour, int hours) {
        return TimeSlot.of(Instant.EPOCH.plus(Duration.ofHours(hour)), Duration.ofHours(hours));
    }
}
