/** What a person has to look at: rows, their routes and their metric. */
@NullMarked
package io.mendian.runtime.alarm;

import org.jspecify.annotations.NullMarked;
