/** What member-service says of members and their assets (topic mendian.member, key: member) and of stores (topic mendian.store, key: store). */
@NullMarked
package io.mendian.contracts.member;

import org.jspecify.annotations.NullMarked;
