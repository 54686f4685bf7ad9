/** Points and stored value held together for a checkout: hold, then confirm, release or expire. */
@NullMarked
package io.mendian.member.hold;

import org.jspecify.annotations.NullMarked;
