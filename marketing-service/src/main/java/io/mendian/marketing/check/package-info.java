/** What a rule would do beside the live ones, told before it goes live. */
@NullMarked
package io.mendian.marketing.check;

import org.jspecify.annotations.NullMarked;
