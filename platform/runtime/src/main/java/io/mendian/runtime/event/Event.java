package io.mendian.runtime.event;

import java.time.Instant;

/**
 * An event as it arrived.
 *
 * @param id the same for every delivery of the same event; use it as the cause in ledgers
 * @param sequence 1, 2, 3 … per topic and key
 */
public record Event<T>(String id, String topic, String key, long sequence, Instant time, T data) {}
