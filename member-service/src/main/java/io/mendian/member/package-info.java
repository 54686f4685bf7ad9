/** People: stores, staff, logins, members and what members own. */
@NullMarked
package io.mendian.member;

import org.jspecify.annotations.NullMarked;
