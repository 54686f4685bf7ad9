package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of adjustments of stored value. One of a member out of scope does not exist. */
@Component
public class WalletAdjustmentQueries {

    private final WalletAdjustments adjustments;
    private final MemberAccess access;

    WalletAdjustmentQueries(WalletAdjustments adjustments, MemberAccess access) {
        this.adjustments = adjustments;
        this.access = access;
    }

    public WalletAdjustmentView require(long id, Caller caller) {
        WalletAdjustmentView found = adjustments.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        access.requireVisible(caller, MemberKey.parse(found.memberKey()));
        return found;
    }

    /** The list is the chain's business. */
    public List<WalletAdjustmentView> list(@Nullable String status, long before, int limit, Caller caller) {
        if (!caller.chainWide()) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        return adjustments.list(status, before, limit);
    }
}
