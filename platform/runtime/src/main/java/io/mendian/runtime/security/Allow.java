package io.mendian.runtime.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a route to those who hold one of the rights, in the realm its path names: {@code /app} member, {@code /store}
 * staff, {@code /hq} headquarters, {@code /internal} other services. No rights listed: everybody of that realm. A route
 * without this annotation or {@link AllowAnyone} is closed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allow {

    Right[] value() default {};
}
