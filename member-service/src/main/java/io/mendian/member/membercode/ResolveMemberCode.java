package io.mendian.member.membercode;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whose code a till has scanned and uses it up: of two tills one wins. A scan that comes again under the same name
 * (useId) in the same store gets the same answer, so that one lost on its way can be repeated. The store knows the member
 * from then on.
 */
@UseCase
public class ResolveMemberCode {

    private final MemberCodes codes;
    private final MemberAccess access;
    private final Clock clock;

    ResolveMemberCode(MemberCodes codes, MemberAccess access, Clock clock) {
        this.codes = codes;
        this.access = access;
        this.clock = clock;
    }

    @Transactional
    public MemberKey resolve(String typed, StoreId store, @Nullable String useId) {
        String code = typed.replaceAll("\\s", "");
        if (!MemberCode.isWellFormed(code)) {
            throw MemberCodeProblem.MEMBER_CODE_UNKNOWN.with();
        }
        boolean used = codes.use(code, store, useId, clock.instant());
        MemberCodes.MemberCodeRow row = codes.find(code).orElseThrow(MemberCodeProblem.MEMBER_CODE_UNKNOWN::with);
        boolean again = useId != null && useId.equals(row.usedFor()) && Objects.equals(row.usedStore(), store.value());
        if (!used && !again) {
            throw (row.used() ? MemberCodeProblem.MEMBER_CODE_USED : MemberCodeProblem.MEMBER_CODE_EXPIRED).with();
        }
        access.know(row.member(), store);
        return row.member();
    }
}
