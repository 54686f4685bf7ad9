package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member as staff see him: phone 138****5678, name 张*, birthday without the year.
 *
 * @param birthday MM-dd
 */
public record MemberView(
        MemberKey memberKey,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String birthday,
        Gender gender,
        @Nullable StoreId registrationStoreId,
        String source,
        Instant joinedAt) {}
