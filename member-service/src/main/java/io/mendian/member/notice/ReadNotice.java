package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** A member has seen a notice; the first time counts. Another's notice does not exist. */
@UseCase
public class ReadNotice {

    private final Notices notices;
    private final Clock clock;

    ReadNotice(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    public void read(MemberKey member, long id) {
        if (!notices.read(member, id, clock.instant())) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }
}
