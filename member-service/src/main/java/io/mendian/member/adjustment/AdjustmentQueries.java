package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of adjustments. One of a member out of scope does not exist. */
@Component
public class AdjustmentQueries {

    private final Adjustments adjustments;
    private final MemberAccess access;

    AdjustmentQueries(Adjustments adjustments, MemberAccess access) {
        this.adjustments = adjustments;
        this.access = access;
    }

    public AdjustmentView require(long id, Caller caller) {
        AdjustmentView found = adjustments.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        access.requireVisible(caller, MemberKey.parse(found.memberKey()));
        return found;
    }

    /** Adjustments are the chain's business. */
    public List<AdjustmentView> list(@Nullable String status, long before, int limit, Caller caller) {
        if (!caller.chainWide()) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        return adjustments.list(status, before, limit);
    }
}
