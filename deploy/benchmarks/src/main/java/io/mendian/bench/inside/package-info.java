/** Programs that run in a JVM with a service's class path and settings, and leave their figures in a file. */
@NullMarked
package io.mendian.bench.inside;

import org.jspecify.annotations.NullMarked;
