/** What the holds ask of other services. */
@NullMarked
package io.mendian.marketing.hold.client;

import org.jspecify.annotations.NullMarked;
