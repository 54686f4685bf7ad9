package io.mendian.member.grant;

/** What a feature does when a coupon it owes was granted or refused; called once per grant, in the transaction that ends it. */
public interface GrantOutcome {

    /** The cause type whose grants are this feature's. */
    String causeType();

    void granted(CouponGrant grant, String couponId);

    void refused(CouponGrant grant, String reason);
}
