/** Gathers wishes for the same rows that arrive at the same time and grants them in one transaction. */
@NullMarked
package io.mendian.runtime.coalesce;

import org.jspecify.annotations.NullMarked;
