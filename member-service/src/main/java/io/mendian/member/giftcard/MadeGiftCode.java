package io.mendian.member.giftcard;

/** A new secret code, shown once: it is kept as a hash only. {@code link} opens the mini-program where a friend claims it. */
public record MadeGiftCode(String giftCardId, String code, String link) {}
