package io.mendian.member.member.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.member.Join;
import io.mendian.member.member.JoinMember;
import io.mendian.member.member.Joined;
import io.mendian.member.member.MemberQueries;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InternalMemberController {

    private final JoinMember join;

    private final MemberQueries members;

    InternalMemberController(JoinMember join, MemberQueries members) {
        this.join = join;
        this.members = members;
    }

    record Payer(String openid) {}

    @GetMapping("/internal/v1/members/{memberKey}/payer")
    @Allow
    @Operation(
            summary = "The WeChat identity of a member who is about to pay in the mini-program",
            description = "404 when he never signed in by WeChat.")
    Payer payer(@PathVariable long memberKey) {
        return new Payer(members.openid(MemberKey.of(memberKey)));
    }

    record ByPhone(
            @NotBlank @Size(max = 30) String phone,
            @NotNull StoreId storeId,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9_.:-]{1,40}")
            String source,

            @Nullable String staffId) {}

    @PostMapping("/internal/v1/members/by-phone")
    @Allow
    @Operation(
            summary = "The member with this phone; who is new becomes a member of the store",
            description = "422 PHONE_INVALID. Called twice it finds the same member.")
    Joined byPhone(@Valid @RequestBody ByPhone body) {
        return join.join(new Join(PhoneNumber.of(body.phone()), null, body.storeId(), body.source()));
    }
}
