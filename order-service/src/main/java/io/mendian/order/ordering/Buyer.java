package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and who sells.
 *
 * @param member null for a guest
 * @param present whether the member is here himself: he calls, or has shown his code; only then his assets may be used
 */
public record Buyer(
        Channel channel,
        @Nullable MemberKey member,
        boolean present,
        @Nullable StaffId staff) {

    public static Buyer member(MemberKey key) {
        return new Buyer(Channel.MINI_PROGRAM, key, true, null);
    }

    public static Buyer atTill(@Nullable MemberKey key, boolean present, StaffId staff) {
        return new Buyer(Channel.POS, key, present, staff);
    }
}
