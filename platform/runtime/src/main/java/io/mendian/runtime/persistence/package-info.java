/** Transactions that are retried from their beginning, and ids. */
@NullMarked
package io.mendian.runtime.persistence;

import org.jspecify.annotations.NullMarked;
