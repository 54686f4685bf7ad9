package io.mendian.runtime.idempotency;

/** The id of a long process; every retry with the same Idempotency-Key gets the same one. */
public record OperationId(long value) {}
