/** What happened in the chain, and what to do: facts, reports, RFM, books. */
@NullMarked
package io.mendian.analytics;

import org.jspecify.annotations.NullMarked;
