package io.mendian.runtime.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose effect is felt in every store: besides the right of {@link Allow} the caller must reach the whole chain. Every
 * write of headquarters that is not about one store, member or object of a store carries it; a test of each service says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ChainWide {}
