/** Kafka in: where members are met. */
@NullMarked
package io.mendian.member.member.messaging;

import org.jspecify.annotations.NullMarked;
