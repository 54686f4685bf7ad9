package io.mendian.member.hold.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How an alarm was dealt with. */
record CloseAlarmRequest(@NotBlank @Size(max = 200) String reason) {}
