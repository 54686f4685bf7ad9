/** What tests share: real servers, a movable clock, a race runner, callers of every realm, and the house rules. */
@NullMarked
package io.mendian.testkit;

import org.jspecify.annotations.NullMarked;
