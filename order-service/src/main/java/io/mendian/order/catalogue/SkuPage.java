package io.mendian.order.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some SKUs in order of code; {@code next} is what to send as {@code after} for more, null at the end. */
public record SkuPage(List<Sku> items, @Nullable String next) {}
