/** Routes of transfers. */
@NullMarked
package io.mendian.member.transfer.web;

import org.jspecify.annotations.NullMarked;
