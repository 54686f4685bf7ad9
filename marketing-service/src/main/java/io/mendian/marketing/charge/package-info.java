/** What a store charges on top of the goods, and how it rounds: versioned settings, for the chain and for single stores. */
@NullMarked
package io.mendian.marketing.charge;

import org.jspecify.annotations.NullMarked;
