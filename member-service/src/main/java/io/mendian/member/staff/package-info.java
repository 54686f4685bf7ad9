/** Staff accounts, their roles, rights and data scopes. */
@NullMarked
package io.mendian.member.staff;

import org.jspecify.annotations.NullMarked;
