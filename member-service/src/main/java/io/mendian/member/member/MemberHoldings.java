package io.mendian.member.member;

import io.mendian.kernel.MemberKey;

/** Whether a member holds anything that a merge would have to move. Each kind of asset offers its own as a bean. */
public interface MemberHoldings {

    boolean holdsAnything(MemberKey key);
}
