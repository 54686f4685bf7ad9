package io.mendian.member.signin.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The code of a pickup voucher, as it was scanned or typed. */
record HandOverRequest(
        @NotNull @Pattern(regexp = "PV\\d{14}") String code) {}
