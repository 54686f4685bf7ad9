/** The ladder of levels, where each member stands on it, and how he climbs and falls. */
@NullMarked
package io.mendian.member.level;

import org.jspecify.annotations.NullMarked;
