/** What a grant asks of marketing-service. */
@NullMarked
package io.mendian.member.grant.client;

import org.jspecify.annotations.NullMarked;
