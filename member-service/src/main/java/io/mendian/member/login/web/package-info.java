/** HTTP in for logins and token introspection. */
@NullMarked
package io.mendian.member.login.web;

import org.jspecify.annotations.NullMarked;
