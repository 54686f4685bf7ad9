package io.mendian.member.staff;

import org.jspecify.annotations.Nullable;

/** A new account; the one-time password is shown this once. */
public record HiredStaff(StaffView staff, @Nullable String oneTimePassword) {}
