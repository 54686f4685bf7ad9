package io.mendian.marketing.coupon;

import java.time.Instant;

/** That a person has a newcomers' coupon of a template, and which of his members got it. */
record CouponPersonRow(long templateId, long personKey, long memberKey, long couponId, Instant givenAt) {}
