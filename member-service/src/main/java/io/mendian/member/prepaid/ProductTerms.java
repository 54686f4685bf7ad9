package io.mendian.member.prepaid;

import org.jspecify.annotations.Nullable;

/**
 * What headquarters says of a card product or a recharge package: which policy refunds it, what one use costs without a
 * card (smallest currency unit), and the version of the text that members accept.
 */
public record ProductTerms(
        @Nullable String policy,
        @Nullable Long unitListMinor,
        @Nullable String textVersion) {

    static final ProductTerms NONE = new ProductTerms(null, null, null);
}
