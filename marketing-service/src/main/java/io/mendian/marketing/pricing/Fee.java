package io.mendian.marketing.pricing;

import java.util.List;

/** Something that is charged on top of the goods, such as a service charge or packaging. Tips are never part of a quote. */
public interface Fee {

    /** The name of its kind, such as SERVICE_CHARGE. */
    String code();

    Text name();

    /** What it costs for these lines; never negative. */
    long on(FeeBasis basis);

    /** What a fee looks at: the lines that may be discounted, as listed and as they cost after every rule and before points. */
    record FeeBasis(List<FeeLine> lines, String channel) {}

    /** A line a fee looks at. */
    record FeeLine(String kind, String category, long quantity, long listMinor, long netMinor) {}
}
