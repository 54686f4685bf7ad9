/** The accounts at outside providers. */
@NullMarked
package io.mendian.member.provider;

import org.jspecify.annotations.NullMarked;
