package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders, newest first; {@code next} asks for the page after this one and is null on the last. */
public record OrderPage(List<OrderSummary> items, @Nullable OrderId next) {}
