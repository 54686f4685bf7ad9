/** Starts, watches and stops a whole chain on one machine: the commands behind {@code deploy/up}, {@code down}, {@code status} and {@code doctor}. */
@NullMarked
package io.mendian.supervisor;

import org.jspecify.annotations.NullMarked;
