package io.mendian.order.ordering;

import org.jspecify.annotations.Nullable;

/** How the buyer wants to have his goods; {@code recipient} is there exactly where they are sent. */
public record HandingWish(Handing handing, @Nullable Recipient recipient) {

    /** Taken along. */
    public static final HandingWish COUNTER = new HandingWish(Handing.COUNTER, null);

    public HandingWish {
        if ((handing == Handing.DELIVERY) != (recipient != null)) {
            throw OrderProblem.RECIPIENT_NEEDED.with();
        }
    }

    /** Only goods can be fetched later or sent: a service is done, and a card or a balance is there at once. */
    void check(Priced priced) {
        if (handing != Handing.COUNTER) {
            priced.lines().stream()
                    .filter(line -> !line.sku().kind().isThing())
                    .findFirst()
                    .ifPresent(line -> {
                        throw OrderProblem.HANDING_FOR_GOODS.with(
                                "name", line.sku().name(), "handing", handing.zh());
                    });
        }
    }
}
