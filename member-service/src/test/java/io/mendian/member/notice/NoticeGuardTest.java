package io.mendian.member.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One notice for one due date, in one sender's hands, and only he says what became of it. */
class NoticeGuardTest extends NoticeCase {

    @Autowired
    PlanNotices plan;

    @Autowired
    EndNotice end;

    @Test
    void ofOneDueDateThereIsOneNoticeHoweverOftenItIsWarnedOf() {
        warned();
        List<Race.Outcome<Integer>> outcomes = Race.run(8, i -> () -> {
            plan.expiryWarned(member, 30, due);
            return 0;
        });
        assertThat(outcomes).extracting(Race.Outcome::failure).containsOnlyNulls();
        plan.expiryWarned(member, 20, due);
        assertThat(assets.number("SELECT COUNT(*) FROM member_notice WHERE member_key = ?", member))
                .isEqualTo(1);
    }

    @Test
    void ofManySendersOneGetsItAndTheOthersNothing() {
        choose(false, true);
        warned();
        clock.advanceTo(due.minus(Duration.ofDays(30)).plus(Duration.ofHours(10)));
        long id = noticeId();
        List<Race.Outcome<Optional<BeginNotice.Begun>>> outcomes = Race.run(8, i -> () -> begin.begin(id));
        assertThat(outcomes).extracting(Race.Outcome::failure).containsOnlyNulls();
        assertThat(outcomes.stream().flatMap(one -> one.value().stream())).hasSize(1);
        assertThat(fate()).isEqualTo("SENDING SMS 1");
    }

    @Test
    void aSenderWhoseTimeWasOverDecidesNothingAnyMore() {
        choose(false, true);
        warned();
        clock.advanceTo(due.minus(Duration.ofDays(30)).plus(Duration.ofHours(10)));
        BeginNotice.Begun late = begin.begin(noticeId()).orElseThrow();
        clock.advance(Duration.ofMinutes(3));
        BeginNotice.Begun has = begin.begin(noticeId()).orElseThrow();
        end.end(late, new SendOutcome.Refused("SMS_REFUSED"));
        end.end(late, new SendOutcome.Later("SMS_AWAY", Duration.ZERO));
        assertThat(fate()).isEqualTo("SENDING SMS 2");
        end.end(has, new SendOutcome.Sent());
        end.end(late, new SendOutcome.Refused("SMS_REFUSED"));
        assertThat(fate()).isEqualTo("SENT SMS 2");
    }
}
