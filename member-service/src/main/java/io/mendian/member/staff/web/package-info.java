/** HTTP in for staff. */
@NullMarked
package io.mendian.member.staff.web;

import org.jspecify.annotations.NullMarked;
