package io.mendian.runtime.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a crowd at a route is served.
 *
 * @param atOnce so many requests of one route that lead a process are at work at the same time
 * @param within who has not had his turn after this time is told to come again
 */
@ConfigurationProperties("mendian.turns")
public record TurnProperties(
        @DefaultValue("32") int atOnce, @DefaultValue("10s") Duration within) {}
