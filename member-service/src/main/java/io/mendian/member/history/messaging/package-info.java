/** Orders as they are paid, refunded and cancelled. */
@NullMarked
package io.mendian.member.history.messaging;

import org.jspecify.annotations.NullMarked;
