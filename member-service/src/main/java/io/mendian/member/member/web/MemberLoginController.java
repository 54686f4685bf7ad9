package io.mendian.member.member.web;

import io.mendian.kernel.StoreId;
import io.mendian.member.audit.Origin;
import io.mendian.member.code.CodePurpose;
import io.mendian.member.code.CodeSent;
import io.mendian.member.member.MemberLogin;
import io.mendian.member.member.SignInMember;
import io.mendian.runtime.security.AllowAnyone;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberLoginController {

    private final SignInMember signIn;

    MemberLoginController(SignInMember signIn) {
        this.signIn = signIn;
    }

    record CodeRequest(@NotBlank @Size(max = 30) String phone) {}

    record PhoneLogin(
            @NotBlank @Size(max = 30) String phone,
            @NotBlank @Size(max = 64) String session,
            @NotBlank @Pattern(regexp = "\\d{6}") String code,
            @Nullable StoreId storeId,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_.:-]{1,40}")
            String source,

            @Nullable @Size(min = 8, max = 100) String deviceId) {}

    record WeChatRequest(
            @NotBlank @Size(max = 128) String jsCode,
            @Nullable @Size(max = 128) String phoneCode,
            @Nullable StoreId storeId,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_.:-]{1,40}")
            String source,

            @Nullable @Size(min = 8, max = 100) String deviceId) {}

    @PostMapping("/app/v1/login/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowAnyone
    @Operation(
            summary = "Sends a login code to a phone",
            description =
                    "Six digits, 5 minutes, 5 tries. The answer is the same whether anybody has this phone. 1 a minute, 5 an hour, 10 a day per phone, 20 an hour per address: 429 TOO_MANY_CODES. 422 PHONE_INVALID.")
    CodeSent code(HttpServletRequest request, @Valid @RequestBody CodeRequest body) {
        return signIn.sendCode(CodePurpose.LOGIN, body.phone(), Origin.of(request));
    }

    @PostMapping("/app/v1/login/phone")
    @AllowAnyone
    @Operation(
            summary = "Signs in by phone and code; who is new becomes a member",
            description =
                    "`storeId` is kept as registration store and `source` as first source (default PHONE) of a new member. `deviceId` (8 to 100 characters, the app's own random name for the device, told to the member in the privacy notice) is kept as a keyed index only: what a newcomer gets is given once per device. 422 CODE_REFUSED.")
    MemberLogin phone(@Valid @RequestBody PhoneLogin body) {
        return signIn.byPhone(
                new SignInMember.Proof(body.phone(), body.session(), body.code()),
                new SignInMember.Arrival(
                        body.storeId(), Objects.requireNonNullElse(body.source(), "PHONE"), body.deviceId()));
    }

    @PostMapping("/app/v1/login/wechat")
    @AllowAnyone
    @Operation(
            summary = "Signs in by WeChat; who is new becomes a member",
            description =
                    "`jsCode` from wx.login; `phoneCode`, when given, from the phone number button: a member who has this phone already is the one who signs in. `deviceId` (8 to 100 characters, the app's own random name for the device, told to the member in the privacy notice) is kept as a keyed index only: what a newcomer gets is given once per device. 422 WECHAT_CODE_REFUSED, 503 when WeChat does not answer.")
    MemberLogin weChat(@Valid @RequestBody WeChatRequest body) {
        return signIn.byWeChat(
                body.jsCode(),
                body.phoneCode(),
                new SignInMember.Arrival(
                        body.storeId(), Objects.requireNonNullElse(body.source(), "WECHAT"), body.deviceId()));
    }
}
