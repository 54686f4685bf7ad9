package io.mendian.marketing.charge;

import io.mendian.marketing.pricing.Charges;

/** The rounding and fees in force at a store, with the setting they come from; store 0, version 0: none was ever set. */
public record StoreCharges(String storeId, int version, ChargeTerms terms, Charges charges) {}
