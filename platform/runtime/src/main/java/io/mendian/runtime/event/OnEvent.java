package io.mendian.runtime.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reacts to one event type: {@code void on(Event<OrderPaid> event)}. All handlers of a service for one event run in one
 * transaction together with the inbox row, so each event has its effect once. They must not call another service.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEvent {}
