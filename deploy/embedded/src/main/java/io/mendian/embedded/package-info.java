/** The database, the broker and the cache as child processes, started from Maven artifacts: no installation, no container, no root. */
@NullMarked
package io.mendian.embedded;

import org.jspecify.annotations.NullMarked;
