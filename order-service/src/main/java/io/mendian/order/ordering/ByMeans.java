package io.mendian.order.ordering;

import java.util.List;

/** What a basket costs when it is paid by these means (none: by any); {@code savesMinor} is negative where it costs more. */
public record ByMeans(List<String> payWith, long payableMinor, long savesMinor, String text) {}
