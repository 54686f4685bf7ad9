package io.mendian.member.level;

import io.mendian.kernel.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days in the chain's zone. */
@Component
class LevelCalendar {

    private final BusinessDay days;

    LevelCalendar(@Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.days = BusinessDay.in(zone);
    }

    LocalDate dateOf(Instant instant) {
        return days.dateOf(instant);
    }
}
