/** The sections of the customer file, and what a member holds. */
@NullMarked
package io.mendian.member.customerfile;

import org.jspecify.annotations.NullMarked;
