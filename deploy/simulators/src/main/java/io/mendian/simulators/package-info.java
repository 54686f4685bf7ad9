/** The outside providers (WeChat login and messages, WeChat Pay, SMS) in one process, with fault switches, for tests and the demo. */
@NullMarked
package io.mendian.simulators;

import org.jspecify.annotations.NullMarked;
