/** How often something may be tried. */
@NullMarked
package io.mendian.member.throttle;

import org.jspecify.annotations.NullMarked;
