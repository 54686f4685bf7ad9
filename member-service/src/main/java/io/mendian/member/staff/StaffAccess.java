package io.mendian.member.staff;

import io.mendian.kernel.StaffId;

/** Ends what a member of staff holds open. Called in the transaction of the change that ends it. */
public interface StaffAccess {

    /** Ends every login of an account. */
    void endAll(StaffId id, String why);

    /** Makes the gateway ask again at once what an account may do. */
    void askAgain(StaffId id);
}
