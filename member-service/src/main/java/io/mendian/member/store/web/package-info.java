/** HTTP in for stores. */
@NullMarked
package io.mendian.member.store.web;

import org.jspecify.annotations.NullMarked;
