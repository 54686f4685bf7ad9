package io.mendian.member.level.web;

import org.jspecify.annotations.Nullable;

/** The level to grant, or null to take the grant back. */
record LevelGrantRequest(@Nullable String level) {}
