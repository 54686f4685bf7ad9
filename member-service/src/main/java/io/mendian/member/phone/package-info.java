/** Mobile numbers. */
@NullMarked
package io.mendian.member.phone;

import org.jspecify.annotations.NullMarked;
