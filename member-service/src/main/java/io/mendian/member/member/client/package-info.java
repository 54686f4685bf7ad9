/** HTTP out to WeChat. */
@NullMarked
package io.mendian.member.member.client;

import org.jspecify.annotations.NullMarked;
