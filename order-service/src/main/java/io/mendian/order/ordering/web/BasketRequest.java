package io.mendian.order.ordering.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.MembersAtTill;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A basket to be priced or placed. {@code storeId} may be left out at a till; {@code memberKey}, {@code memberCode} and
 * {@code memberPhone} count at a till only.
 */
record BasketRequest(
        @Nullable StoreId storeId,
        @NotEmpty @Size(max = 100) List<@Valid Line> lines,
        @Size(max = 20) @Nullable List<String> couponIds,
        @Min(-1) @Nullable Long usePoints,
        @Min(-1) @Nullable Long storedValueMinor,
        @PositiveOrZero @Nullable Long expectedPayableMinor,
        @Nullable MemberKey memberKey,
        @Size(max = 100) @Nullable String memberCode,
        @Size(max = 20) @Nullable String memberPhone,
        @Valid @Nullable Cash cash,
        @Pattern(regexp = "\\d{1,19}") @Nullable String tillId) {

    /** One line: the product by its id or a barcode, how many, and who does the service. */
    record Line(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Min(1) @Max(100_000) long quantity,
            @Nullable StaffId staffId) {}

    /** Cash on the counter. */
    record Cash(@PositiveOrZero long receivedMinor) {}

    Basket basket(StoreId store) {
        return new Basket(
                store,
                lines.stream()
                        .map(line -> new Basket.Item(line.skuId, line.barcode, line.quantity, line.staffId))
                        .toList(),
                couponIds,
                usePoints == null ? 0 : usePoints);
    }

    MembersAtTill.Named named() {
        return new MembersAtTill.Named(memberKey, memberCode, memberPhone);
    }

    long storedValue() {
        return storedValueMinor == null ? 0 : storedValueMinor;
    }
}
