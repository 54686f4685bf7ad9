package io.mendian.order.presale;

import io.mendian.kernel.SkuId;
import java.time.Instant;

/**
 * A product sold in two steps, per piece: the deposit counts for {@code worthMinor} of the price; the balance is paid from
 * {@code balanceFrom} to before {@code balanceUntil}. A deposit (定金) is at most 20 % of what the piece costs (Civil Code of
 * the PRC, art. 586).
 *
 * @param missed what becomes of the deposit when the customer does not pay the balance
 * @param pieces how many there are, and how many orders have taken
 */
public record PresaleOffer(
        String offerId,
        SkuId skuId,
        long priceMinor,
        long depositMinor,
        long worthMinor,
        Instant depositUntil,
        Instant balanceFrom,
        Instant balanceUntil,
        Missed missed,
        long pieces,
        long taken) {

    /** Art. 587: whoever gave the deposit and does not perform may not ask for it back; an offer may be kinder. */
    public enum Missed {
        KEEP,
        GIVE_BACK
    }

    /** The law's share of the price that a deposit may have: one fifth. */
    static final long LEGAL_SHARE = 5;

    public long id() {
        return Long.parseLong(offerId);
    }

    /** Deposit and balance together. */
    public long netMinor() {
        return net(priceMinor, depositMinor, worthMinor);
    }

    public long balanceMinor() {
        return priceMinor - worthMinor;
    }

    static long net(long price, long deposit, long worth) {
        return Math.addExact(Math.subtractExact(price, worth), deposit);
    }

    /** The greatest deposit that the law allows for a price and what the deposit counts for. */
    static long mostDeposit(long price, long worth) {
        // deposit * 5 <= price - worth + deposit
        return Math.max(0, (price - worth) / (LEGAL_SHARE - 1));
    }
}
