/** WeChat's mini-program server interface: login, phone number, mini-program codes, subscribe messages. */
@NullMarked
package io.mendian.simulators.wechat;

import org.jspecify.annotations.NullMarked;
