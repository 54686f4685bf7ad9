/** Events out (outbox) and in (inbox): at least once on the wire, exactly one effect. */
@NullMarked
package io.mendian.runtime.event;

import org.jspecify.annotations.NullMarked;
