package io.mendian.order.fulfilment;

import io.mendian.kernel.StaffId;
import java.time.Instant;

/** Somebody saw a recipient unmasked. */
public record RecipientLook(StaffId staffId, Instant at) {}
