/** What an order takes of a campaign offer: group-buy (拼团), flash sale (秒杀) or bargain (砍价). */
@NullMarked
package io.mendian.order.campaign;

import org.jspecify.annotations.NullMarked;
