package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member as he sees himself; his phone is masked all the same, for shoulders are looked over. */
public record OwnView(
        MemberKey memberKey,
        @Nullable String phone,
        @Nullable String name,
        @Nullable LocalDate birthday,
        Gender gender,
        @Nullable StoreId registrationStoreId,
        Instant joinedAt) {}
