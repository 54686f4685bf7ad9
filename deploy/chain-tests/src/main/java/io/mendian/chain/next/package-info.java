/** What makes a running part the next version of itself in trials of rolling upgrades: it is put on a part's class path as an agent. */
@NullMarked
package io.mendian.chain.next;

import org.jspecify.annotations.NullMarked;
