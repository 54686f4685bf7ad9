/** WeChat's subscribe messages. */
@NullMarked
package io.mendian.member.notice.client;

import org.jspecify.annotations.NullMarked;
