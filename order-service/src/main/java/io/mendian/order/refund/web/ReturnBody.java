package io.mendian.order.refund.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.TypedId;
import io.mendian.order.refund.RefundWay;
import io.mendian.order.refund.RequestRefund;
import io.mendian.order.refund.ReturnWish;
import io.mendian.order.refund.WayChoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes back and why: a code of the list of reasons, a text, or both. {@code merchantsFault} (staff only) says whose
 * reason it is where the list does not; {@code ways} (staff only) for money that cannot go back the way it came.
 * {@code tillId}: whose drawer cash comes from, left out: the store's default till.
 */
record ReturnBody(
        @NotEmpty @Size(max = 200) List<@Valid ReturnLine> lines,
        @Size(max = 40) @Nullable String reasonCode,
        @Size(max = 80) @Nullable String reason,
        @Nullable Boolean merchantsFault,
        @Size(max = 20) @Nullable List<@Valid WayBody> ways,
        @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId) {

    /** Pieces of a line; {@code restock} (left out: as the reason says) puts them back on the shelf. */
    record ReturnLine(
            @NotBlank @Pattern(regexp = "\\d{1,9}") String lineId,
            @Min(1) long quantity,
            @Nullable Boolean restock) {}

    /** The way for the money of a tender: CASH, STORED_VALUE or BANK with the transfer's reference. */
    record WayBody(
            @Min(1) int tenderNo,

            @NotNull @Pattern(regexp = "CASH|STORED_VALUE|BANK")
            String way,

            @Size(max = 64) @Nullable String reference) {

        WayChoice choice() {
            return new WayChoice(tenderNo, RefundWay.valueOf(way), reference);
        }
    }

    List<ReturnWish> wishes() {
        return lines.stream()
                .map(line -> new ReturnWish(line.lineId, line.quantity, line.restock))
                .toList();
    }

    RequestRefund.Command by(StaffId staff, OrderId order) {
        return new RequestRefund.Command(order, wishes(), reasonCode, reason, merchantsFault, choices(ways), staff);
    }

    /** The member's own words: pieces and reason, nothing else. */
    RequestRefund.Command byMember(OrderId order) {
        List<ReturnWish> wishes = lines.stream()
                .map(line -> new ReturnWish(line.lineId, line.quantity, null))
                .toList();
        return new RequestRefund.Command(order, wishes, reasonCode, reason, null, List.of(), null);
    }

    /** For a preview the reason may be missing. */
    ReturnBody withReason() {
        boolean none = reasonCode == null && (reason == null || reason.isBlank());
        return none ? new ReturnBody(lines, null, "-", merchantsFault, ways, tillId) : this;
    }

    static List<WayChoice> choices(@Nullable List<WayBody> ways) {
        return ways == null ? List.of() : ways.stream().map(WayBody::choice).toList();
    }
}
