package io.mendian.member.signin;

import java.time.LocalDate;
import java.util.List;

/**
 * A month of sign-ins as the mini-program draws it, in the chain's zone.
 *
 * @param streak days in a row up to today, or up to yesterday while today's is missing
 * @param daysToGift further days in a row until the next gift, today's included when it is missing
 */
public record SignInCalendar(
        LocalDate today, boolean signedInToday, int streak, int daysToGift, SignInRule rule, List<SignInView> days) {}
