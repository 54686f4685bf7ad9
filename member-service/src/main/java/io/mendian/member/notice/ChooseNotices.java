package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** A member says what he wants to be told by. Each choice is kept with its time and the text he agreed to; the last counts. */
@UseCase
public class ChooseNotices {

    private final NoticeChoices choices;
    private final Clock clock;

    ChooseNotices(NoticeChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    @Transactional
    public NoticeChoice choose(MemberKey member, NoticeChoice choice, String textVersion) {
        choices.add(member, choice, textVersion, clock.instant());
        return choice;
    }
}
