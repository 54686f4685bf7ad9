package io.mendian.member.member;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code member}; phone and name are sealed. */
record MemberRow(
        long memberKey,
        @Nullable String phoneSealed,
        @Nullable String phoneIndex,
        @Nullable String phoneTail,
        @Nullable String nameSealed,
        @Nullable String nameIndex,
        @Nullable LocalDate birthday,
        Gender gender,
        @Nullable Long registrationStore,
        String source,
        @Nullable Long mergedInto,
        long version,
        Instant joinedAt) {

    boolean active() {
        return mergedInto == null;
    }
}
