/** An SMS provider with signed requests, limits per phone and delivery receipts. */
@NullMarked
package io.mendian.simulators.sms;

import org.jspecify.annotations.NullMarked;
