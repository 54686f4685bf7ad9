package io.mendian.member.signin;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Hands over what a pickup voucher names, once. Whoever shows it is known to the store from then on. */
@UseCase
public class HandOverVoucher {

    private final Vouchers vouchers;
    private final MemberAccess access;
    private final Clock clock;

    HandOverVoucher(Vouchers vouchers, MemberAccess access, Clock clock) {
        this.vouchers = vouchers;
        this.access = access;
        this.clock = clock;
    }

    @Transactional
    public VoucherView handOver(String code, Caller caller) {
        Instant now = clock.instant();
        if (!vouchers.handOver(code, caller.requireStore().value(), caller.subject(), now)) {
            VoucherView known = vouchers.find(code).orElseThrow(SignInProblem.VOUCHER_UNKNOWN::with);
            throw known.usedAt() == null
                    ? SignInProblem.VOUCHER_EXPIRED.with()
                    : SignInProblem.VOUCHER_USED.with("at", known.usedAt());
        }
        VoucherView used = vouchers.find(code).orElseThrow();
        access.know(MemberKey.parse(used.memberKey()), caller.requireStore());
        return used;
    }
}
