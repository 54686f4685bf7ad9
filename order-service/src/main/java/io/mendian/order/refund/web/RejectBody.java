package io.mendian.order.refund.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why not; the member reads it. */
record RejectBody(@Size(max = 200) @Nullable String note) {}
