/** Routes of prepaid contracts, refund policies and asset refunds. */
@NullMarked
package io.mendian.member.prepaid.web;

import org.jspecify.annotations.NullMarked;
