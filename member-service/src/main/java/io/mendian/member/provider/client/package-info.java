/** WeChat's interface to servers, shared by all that speak to it. */
@NullMarked
package io.mendian.member.provider.client;

import org.jspecify.annotations.NullMarked;
