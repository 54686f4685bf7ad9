/** What reviews ask of marketing-service. */
@NullMarked
package io.mendian.member.review.client;

import org.jspecify.annotations.NullMarked;
