/** HTTP out to the SMS provider. */
@NullMarked
package io.mendian.member.code.client;

import org.jspecify.annotations.NullMarked;
