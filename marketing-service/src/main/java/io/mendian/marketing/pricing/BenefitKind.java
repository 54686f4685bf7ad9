package io.mendian.marketing.pricing;

/** A kind of benefit that headquarters may choose for a coupon or a promotion. */
public interface BenefitKind {

    /** The name under which it is stored, such as AMOUNT_OFF. */
    String name();

    /** Its place among the rules of one layer; lower applies first. */
    int rank();

    /** Reads and checks the settings; refuses them with {@link InvalidSetting}. */
    Benefit read(Settings settings);
}
