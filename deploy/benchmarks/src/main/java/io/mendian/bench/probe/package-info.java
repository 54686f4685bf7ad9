/** What this machine can do at most: the anchors of every ratio. */
@NullMarked
package io.mendian.bench.probe;

import org.jspecify.annotations.NullMarked;
