package io.mendian.marketing.seat;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.campaign.CampaignKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code seatOf}: the member while the seat is held or paid, so that he has one seat of a group. */
@TableName("campaign_seat")
record CampaignSeatRow(
        @TableId(type = IdType.INPUT) long orderId,
        long offerId,
        CampaignKind kind,
        @Nullable Long groupId,
        @Nullable Long bargainId,
        long memberKey,
        @Nullable Long seatOf,
        long pieces,
        long unitMinor,
        SeatState state,
        Instant expiresAt,
        Instant heldAt,
        @Nullable Instant paidAt,
        long paidMinor,
        long backMinor) {

    OrderId order() {
        return OrderId.of(orderId);
    }

    MemberKey member() {
        return MemberKey.of(memberKey);
    }

    boolean opensGroup() {
        return groupId != null && groupId == orderId;
    }
}
