/** Gathers the rules that are live and asks the pricing package what a basket costs. */
@NullMarked
package io.mendian.marketing.quote;

import org.jspecify.annotations.NullMarked;
