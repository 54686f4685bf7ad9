package io.mendian.runtime.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * One order to the system. Its transactional methods are repeated from their beginning when the database gives up on
 * them (deadlock 1213, lock wait 1205, snapshot conflict 1020), so they must not touch anything outside the database.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
public @interface UseCase {}
