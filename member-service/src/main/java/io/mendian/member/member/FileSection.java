package io.mendian.member.member;

import io.mendian.kernel.MemberKey;

/** One part of the customer file, such as level, points or cards. Each feature offers its own as a bean. */
public interface FileSection {

    /** The section's name in the file. */
    String name();

    /** What the section shows of a member. */
    Object of(MemberKey key);
}
