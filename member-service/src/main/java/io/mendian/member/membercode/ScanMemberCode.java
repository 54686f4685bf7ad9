package io.mendian.member.membercode;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Tells whose code another member has scanned, phone beside phone, and uses it up; no store knows anybody by it. */
@UseCase
public class ScanMemberCode {

    private final MemberCodes codes;
    private final Clock clock;

    ScanMemberCode(MemberCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional
    public MemberKey scan(MemberKey scanner, String typed) {
        String code = typed.replaceAll("\\s", "");
        if (!MemberCode.isWellFormed(code)) {
            throw MemberCodeProblem.MEMBER_CODE_UNKNOWN.with();
        }
        boolean used = codes.useBy(code, "member:" + scanner, clock.instant());
        MemberCodes.MemberCodeRow row = codes.find(code).orElseThrow(MemberCodeProblem.MEMBER_CODE_UNKNOWN::with);
        if (!used) {
            throw (row.used() ? MemberCodeProblem.MEMBER_CODE_USED : MemberCodeProblem.MEMBER_CODE_EXPIRED).with();
        }
        return row.member();
    }
}
