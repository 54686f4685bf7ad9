package io.mendian.member.prepaid.web;

import io.mendian.member.prepaid.ProductTerms;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The refund terms of a product; what is left out is the chain's own. */
record ProductTermsRequest(
        @Nullable @Size(max = 40) String policy,
        @Nullable @PositiveOrZero Long unitListMinor,
        @Nullable @Size(max = 40) String textVersion) {

    ProductTerms terms() {
        return new ProductTerms(policy, unitListMinor, textVersion);
    }
}
