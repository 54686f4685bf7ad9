/** {@code deploy/chaos}: kills and disturbs a chain of its own while customers buy, and judges what came of it. */
@NullMarked
package io.mendian.chain.chaos;

import org.jspecify.annotations.NullMarked;
