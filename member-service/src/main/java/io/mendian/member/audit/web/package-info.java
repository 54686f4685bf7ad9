/** HTTP in for the audit trail. */
@NullMarked
package io.mendian.member.audit.web;

import org.jspecify.annotations.NullMarked;
