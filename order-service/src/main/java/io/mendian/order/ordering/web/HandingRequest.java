package io.mendian.order.ordering.web;

import io.mendian.order.ordering.Handing;
import io.mendian.order.ordering.HandingWish;
import io.mendian.order.ordering.Recipient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How goods come to the buyer; a delivery names its recipient. */
public record HandingRequest(
        @NotNull Handing way, @Valid @Nullable To recipient) {

    /** To whom and where: region is province, city and district; detail is street, house and room. */
    public record To(
            @NotBlank @Size(max = 50) String name,

            @NotBlank @Pattern(regexp = "\\+?[0-9][0-9 -]{4,19}")
            String phone,

            @NotBlank @Size(max = 100) String region,
            @NotBlank @Size(max = 200) String detail) {

        @Override
        public String toString() {
            return "To[***]";
        }
    }

    public HandingWish wish() {
        return new HandingWish(
                way,
                recipient == null
                        ? null
                        : new Recipient(
                                recipient.name.strip(),
                                recipient.phone.strip(),
                                recipient.region.strip(),
                                recipient.detail.strip()));
    }
}
