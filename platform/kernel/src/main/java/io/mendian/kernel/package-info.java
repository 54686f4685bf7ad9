/** Value types used by every service: money, points, quantities, time slots, ids and business days. Depends on the JDK only. */
@NullMarked
@CheckReturnValue
package io.mendian.kernel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
