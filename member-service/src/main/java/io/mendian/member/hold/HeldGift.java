package io.mendian.member.hold;

/** What a hold took of a gift card, and what of it came back. */
record HeldGift(long giftCardId, long amountMinor, long backMinor) {

    long leftMinor() {
        return amountMinor - backMinor;
    }
}
