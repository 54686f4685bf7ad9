/** Who calls, what he may do and where: internal tokens, realms, rights and data scopes. */
@NullMarked
package io.mendian.runtime.security;

import org.jspecify.annotations.NullMarked;
