/** What recharge gifts ask of marketing-service. */
@NullMarked
package io.mendian.member.rechargegift.client;

import org.jspecify.annotations.NullMarked;
