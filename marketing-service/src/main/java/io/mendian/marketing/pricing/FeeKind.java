package io.mendian.marketing.pricing;

/** A kind of fee that headquarters may choose; one small class each, found by Spring. */
public interface FeeKind {

    /** The name under which it is stored, such as SERVICE_CHARGE. */
    String name();

    /** Reads and checks the settings; refuses them with {@link InvalidSetting}. */
    Fee read(Settings settings);
}
