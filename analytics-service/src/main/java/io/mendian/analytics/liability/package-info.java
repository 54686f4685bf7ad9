/** What the chain owes for what was paid before: gift cards, stored value, deposits, points, folded from their ledgers. */
@NullMarked
package io.mendian.analytics.liability;

import org.jspecify.annotations.NullMarked;
