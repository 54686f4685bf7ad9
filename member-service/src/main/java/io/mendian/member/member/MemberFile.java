package io.mendian.member.member;

import java.util.Map;

/** The customer file: who it is, and one section per feature that knows something of him. */
public record MemberFile(MemberView member, Map<String, Object> sections) {}
