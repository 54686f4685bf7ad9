package io.mendian.runtime.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller method that moves money, points, stock, coupons or seats. It needs an {@code Idempotency-Key}
 * header: the same key and body get the same answer for seven days, another body gets 422.
 *
 * <p>{@code LOCAL}: the whole method runs in one transaction together with the stored answer; it must not call another
 * service. {@code PROCESS}: the method leads a long process with remote calls; it takes an {@link OperationId}, which is
 * the same for every retry of the key, uses it as the id of what it makes, and must go on from wherever an earlier try
 * stopped.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {

    /** How the effect and the stored answer are kept together. */
    enum Kind {
        LOCAL,
        PROCESS
    }

    Kind value() default Kind.LOCAL;

    /** The answer holds a secret that is shown once, such as a one-time password: it is kept encrypted. */
    boolean secret() default false;
}
