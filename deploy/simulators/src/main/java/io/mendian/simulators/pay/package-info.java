/** WeChat Pay API v3 for one direct merchant, with its real cryptography. */
@NullMarked
package io.mendian.simulators.pay;

import org.jspecify.annotations.NullMarked;
