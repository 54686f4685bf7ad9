/** Defaults for calls between services: identity, deadline, circuit breaker, problems passed on. */
@NullMarked
package io.mendian.runtime.client;

import org.jspecify.annotations.NullMarked;
