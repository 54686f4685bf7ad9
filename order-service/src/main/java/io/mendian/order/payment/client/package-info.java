/** WeChat Pay API v3. */
@NullMarked
package io.mendian.order.payment.client;

import org.jspecify.annotations.NullMarked;
