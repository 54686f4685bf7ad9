package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of levels take no change from somebody who read them before another wrote, lock or no lock. */
class LevelGuardTest extends LevelPeriodCase {

    @Autowired
    Standings standings;

    @Autowired
    ClosedPeriods periods;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aStandingThatWasMovedMeanwhileIsNotMovedAgain() {
        assets.earn(member, 500_000);
        LocalDate today = DAYS.dateOf(clock.instant());
        transaction.executeWithoutResult(status -> {
            Standing was = standings.find(member.value(), today).orElseThrow();
            Standing is = was.movedTo("ORDINARY", clock.instant());
            standings.save(Map.of(was, is));
            assertThatThrownBy(() -> standings.save(Map.of(was, is))).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void whatWasKeptAfterAPeriodIsDecidedAnewOnlyByWhoKnowsTheLastDecision() {
        LocalDate until = DAYS.dateOf(clock.instant());
        ClosedPeriod period =
                new ClosedPeriod(member.value(), until.minusYears(1), until, "GOLD", "GOLD", false, "SILVER", 1);
        transaction.executeWithoutResult(status -> {
            periods.close(period, clock.instant());
            periods.keepAfter(period, "GOLD");
            assertThatThrownBy(() -> periods.keepAfter(period, "ORDINARY")).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });
    }
}
