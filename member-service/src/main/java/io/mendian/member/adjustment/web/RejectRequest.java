package io.mendian.member.adjustment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an adjustment of points or stored value is rejected. */
record RejectRequest(@NotBlank @Size(max = 200) String reason) {}
