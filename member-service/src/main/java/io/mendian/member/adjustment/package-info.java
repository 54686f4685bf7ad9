/** Points given or taken by hand: asked for by one person, decided by another. */
@NullMarked
package io.mendian.member.adjustment;

import org.jspecify.annotations.NullMarked;
