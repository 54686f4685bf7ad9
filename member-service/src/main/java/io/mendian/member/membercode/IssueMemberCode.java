package io.mendian.member.membercode;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member a code to show, good for 60 seconds and one scan; the one before ends. */
@UseCase
public class IssueMemberCode {

    static final Duration LIFE = Duration.ofSeconds(60);

    private final MemberCodes codes;
    private final Clock clock;

    IssueMemberCode(MemberCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional
    public MemberCode issue(MemberKey member) {
        if (!codes.lockMember(member)) {
            throw CommonProblem.NOT_FOUND.with();
        }
        Instant now = clock.instant();
        MemberCode code = new MemberCode(MemberCode.newDigits(), now.plus(LIFE));
        codes.endOlder(member, now);
        codes.insert(member, code.code(), now, code.expiresAt());
        return code;
    }
}
