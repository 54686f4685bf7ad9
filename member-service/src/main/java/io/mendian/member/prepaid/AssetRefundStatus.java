package io.mendian.member.prepaid;

import java.util.Set;

/** The life of an asset refund: what it takes back is set aside, then gone with the refunded order or free again. */
public enum AssetRefundStatus {
    HELD,
    CONFIRMED,
    RELEASED;

    public boolean mayBecome(AssetRefundStatus next) {
        return switch (this) {
            case HELD -> Set.of(CONFIRMED, RELEASED).contains(next);
            case CONFIRMED, RELEASED -> false;
        };
    }
}
