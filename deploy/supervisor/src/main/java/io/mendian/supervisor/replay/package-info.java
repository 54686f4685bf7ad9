/** {@code deploy/replay}: real purchases from a file, sold through the running chain, and compared with the file. */
@NullMarked
package io.mendian.supervisor.replay;

import org.jspecify.annotations.NullMarked;
