/** Prepaid contracts as they were concluded, and their refund by the rules of law. */
@NullMarked
package io.mendian.member.prepaid;

import org.jspecify.annotations.NullMarked;
