package io.mendian.member.member.web;

import io.mendian.member.audit.Origin;
import io.mendian.member.code.CodePurpose;
import io.mendian.member.code.CodeSent;
import io.mendian.member.member.EditProfile;
import io.mendian.member.member.MemberLogin;
import io.mendian.member.member.MemberQueries;
import io.mendian.member.member.OwnView;
import io.mendian.member.member.SignInMember;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {

    private final MemberQueries queries;
    private final EditProfile edit;
    private final SignInMember signIn;

    MeController(MemberQueries queries, EditProfile edit, SignInMember signIn) {
        this.queries = queries;
        this.edit = edit;
        this.signIn = signIn;
    }

    record CodeRequest(@NotBlank @Size(max = 30) String phone) {}

    record PhoneRequest(
            @NotBlank @Size(max = 30) String phone,
            @NotBlank @Size(max = 64) String session,
            @NotBlank @Pattern(regexp = "\\d{6}") String code) {}

    record WeChatPhoneRequest(@NotBlank @Size(max = 128) String phoneCode) {}

    @GetMapping("/app/v1/me")
    @Allow
    @Operation(summary = "The member who is signed in")
    OwnView me(Caller caller) {
        return queries.own(caller.memberKey());
    }

    @PutMapping("/app/v1/me")
    @Allow
    @Operation(
            summary = "Changes name, birthday and gender",
            description = "Left-out fields are cleared. The phone has its own route.")
    OwnView edit(Caller caller, @Valid @RequestBody ProfileRequest body) {
        edit.edit(caller, caller.memberKey(), body.profile());
        return queries.own(caller.memberKey());
    }

    @PostMapping("/app/v1/me/phone/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allow
    @Operation(summary = "Sends a code to the phone that shall be bound", description = "Limits as for login codes.")
    CodeSent code(HttpServletRequest request, @Valid @RequestBody CodeRequest body) {
        return signIn.sendCode(CodePurpose.CHANGE_PHONE, body.phone(), Origin.of(request));
    }

    @PutMapping("/app/v1/me/phone")
    @Allow
    @Operation(
            summary = "Binds another phone",
            description = "Needs the code sent to the new phone. 422 CODE_REFUSED, 409 PHONE_TAKEN.")
    OwnView changePhone(Caller caller, @Valid @RequestBody PhoneRequest body) {
        signIn.changePhone(caller.memberKey(), new SignInMember.Proof(body.phone(), body.session(), body.code()));
        return queries.own(caller.memberKey());
    }

    @PostMapping("/app/v1/me/phone/wechat")
    @Allow
    @Operation(
            summary = "Binds the phone behind WeChat's phone number button",
            description =
                    "Only for a member without a phone (409 PHONE_BOUND). Where the phone is another member's and the caller holds nothing yet, he signs in as that member from now on: use the tokens of the answer. 409 PHONE_TAKEN when he does hold something.")
    MemberLogin bindByWeChat(Caller caller, @Valid @RequestBody WeChatPhoneRequest body) {
        return signIn.bindByWeChat(caller.memberKey(), body.phoneCode());
    }
}
