package io.mendian.order.history.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.history.HistorySale;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of sales from one old till. */
record TakeoverRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String source,
        @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull Sale> sales) {

    /** One sale. */
    record Sale(
            @NotBlank @Size(max = 80) @Pattern(regexp = "\\P{Cntrl}+")
            String externalRef,

            @Nullable MemberKey memberKey,

            @Nullable @Size(max = 80) @Pattern(regexp = "\\P{Cntrl}+")
            String memberExternalRef,

            @NotNull StoreId storeId,
            @NotNull LocalDate businessDate,
            @Nullable Instant soldAt,
            @Schema(description = "1 to 100000") long pieces,

            @Schema(description = "paid for all pieces, in the smallest currency unit; 0 is allowed")
            long amountMinor,

            @NotBlank @Size(max = 3) String currency,
            @Nullable @Size(max = 50) List<@Valid @NotNull Item> items) {

        HistorySale sale() {
            return new HistorySale(
                    externalRef,
                    memberKey,
                    memberExternalRef,
                    storeId,
                    businessDate,
                    soldAt,
                    pieces,
                    amountMinor,
                    currency,
                    items == null ? List.of() : items.stream().map(Item::item).toList());
        }
    }

    /** One item of a sale. */
    record Item(
            @NotBlank @Size(max = 120) @Pattern(regexp = "\\P{Cntrl}+")
            String name,

            @Nullable @Size(max = 60) @Pattern(regexp = "\\P{Cntrl}+")
            String category,

            long pieces,
            long amountMinor) {

        HistorySale.Item item() {
            return new HistorySale.Item(name, category, pieces, amountMinor);
        }
    }
}
