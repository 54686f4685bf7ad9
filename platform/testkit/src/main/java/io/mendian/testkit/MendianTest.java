package io.mendian.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the service once for all its tests, over HTTP on a free port, with a schema of its own in a real database. Timers,
 * relay and Kafka listener are off: a test moves the clock, reads the outbox and delivers events itself. Every test class
 * of a service uses this annotation as it is, so that they share one context; each test makes its own members and stores
 * instead of emptying tables.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestServers.Initializer.class)
@Import(TestKitConfiguration.class)
public @interface MendianTest {}
