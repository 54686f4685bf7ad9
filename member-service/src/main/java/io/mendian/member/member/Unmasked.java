package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member's personal fields in full; whoever reads them left a trace. */
public record Unmasked(
        MemberKey memberKey,
        @Nullable String phone,
        @Nullable String name,
        @Nullable LocalDate birthday) {}
