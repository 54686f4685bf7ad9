package io.mendian.member.member;

import io.mendian.kernel.StoreId;
import io.mendian.member.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be new: known by his phone, by his WeChat openid, or by both.
 *
 * @param deviceId what the app calls his device; kept as an index only, for what is given once per device
 * @param source where he comes from; kept for ever when he is new, without effect otherwise
 */
public record Join(
        @Nullable PhoneNumber phone,
        @Nullable String openid,
        @Nullable StoreId store,
        String source,
        @Nullable String deviceId) {

    /** Somebody at a till, whose device we do not know. */
    public Join(@Nullable PhoneNumber phone, @Nullable String openid, @Nullable StoreId store, String source) {
        this(phone, openid, store, source, null);
    }
}
