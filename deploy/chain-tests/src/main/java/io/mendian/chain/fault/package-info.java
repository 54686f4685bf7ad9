/** What goes wrong between and inside the parts, on command and written down. */
@NullMarked
package io.mendian.chain.fault;

import org.jspecify.annotations.NullMarked;
