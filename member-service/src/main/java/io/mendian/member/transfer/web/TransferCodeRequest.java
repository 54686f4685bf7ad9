package io.mendian.member.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The code that the giver told. */
record TransferCodeRequest(@NotBlank @Size(max = 20) String code) {}
