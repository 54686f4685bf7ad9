/** The chain's stores. */
@NullMarked
package io.mendian.member.store;

import org.jspecify.annotations.NullMarked;
