/** Campaign offers: group-buy (拼团), flash sale (秒杀) and bargain (砍价), what is left of them, and the bargains of members. */
@NullMarked
package io.mendian.marketing.campaign;

import org.jspecify.annotations.NullMarked;
