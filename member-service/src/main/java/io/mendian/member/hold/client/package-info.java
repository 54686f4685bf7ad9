/** What the holds ask of other services. */
@NullMarked
package io.mendian.member.hold.client;

import org.jspecify.annotations.NullMarked;
