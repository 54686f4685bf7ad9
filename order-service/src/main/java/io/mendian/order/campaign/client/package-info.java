/** HTTP out. */
@NullMarked
package io.mendian.order.campaign.client;

import org.jspecify.annotations.NullMarked;
