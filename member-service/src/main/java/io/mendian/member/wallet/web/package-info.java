/** Routes of stored value. */
@NullMarked
package io.mendian.member.wallet.web;

import org.jspecify.annotations.NullMarked;
