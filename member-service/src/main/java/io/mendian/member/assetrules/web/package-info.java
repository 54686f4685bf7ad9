/** Routes of the chain's asset settings. */
@NullMarked
package io.mendian.member.assetrules.web;

import org.jspecify.annotations.NullMarked;
