package io.mendian.member.login.web;

import io.mendian.kernel.StoreId;
import io.mendian.member.audit.Origin;
import io.mendian.member.login.EndLogin;
import io.mendian.member.login.Introspection;
import io.mendian.member.login.LoginProblem;
import io.mendian.member.login.OwnPassword;
import io.mendian.member.login.RefreshTokens;
import io.mendian.member.login.SignInStaff;
import io.mendian.member.login.StaffLogin;
import io.mendian.member.login.TokenPair;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.AllowAnyone;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

    private final SignInStaff signIn;
    private final RefreshTokens refresh;
    private final EndLogin end;
    private final OwnPassword password;
    private final Introspection introspection;

    LoginController(
            SignInStaff signIn,
            RefreshTokens refresh,
            EndLogin end,
            OwnPassword password,
            Introspection introspection) {
        this.signIn = signIn;
        this.refresh = refresh;
        this.end = end;
        this.password = password;
        this.introspection = introspection;
    }

    record LoginRequest(
            @NotBlank @Size(max = 64) String login,
            @NotBlank @Size(max = 128) String password,
            @Nullable StoreId storeId,
            @Nullable @Size(max = 100) String deviceId,
            @Nullable @Size(max = 64) String codeSession,
            @Nullable @Size(max = 6) String code) {

        SignInStaff.Attempt attempt(Realm realm) {
            return new SignInStaff.Attempt(realm, login, password, storeId, deviceId, codeSession, code);
        }
    }

    record RefreshRequest(@NotBlank @Size(max = 100) String refreshToken) {}

    record PasswordRequest(
            @NotBlank @Size(max = 128) String currentPassword,
            @NotBlank @Size(max = 128) String newPassword) {}

    record IntrospectRequest(@NotBlank @Size(max = 200) String token) {}

    @PostMapping("/hq/v1/login")
    @AllowAnyone
    @Operation(
            summary = "Headquarters signs in by password",
            description =
                    "Access token 30 minutes, refresh token 30 days. While `mustChangePassword`, only the password can be changed. 401 LOGIN_REFUSED, 429 TOO_MANY_TRIES. An unseen `deviceId` of an account with a phone: 403 NEW_DEVICE, a code is sent; call again with `codeSession` (fact `session`) and `code`.")
    StaffLogin headquarters(HttpServletRequest request, @Valid @RequestBody LoginRequest body) {
        return signIn.signIn(body.attempt(Realm.HQ), Origin.of(request));
    }

    @PostMapping("/store/v1/login")
    @AllowAnyone
    @Operation(
            summary = "Store staff sign in by password",
            description =
                    "`storeId` is needed by those who work in several stores (409 STORE_NEEDED names them). 401 LOGIN_REFUSED, 429 TOO_MANY_TRIES. 403 NEW_DEVICE as for headquarters.")
    StaffLogin store(HttpServletRequest request, @Valid @RequestBody LoginRequest body) {
        return signIn.signIn(body.attempt(Realm.STAFF), Origin.of(request));
    }

    @PostMapping({"/hq/v1/login/refresh", "/store/v1/login/refresh", "/app/v1/login/refresh"})
    @AllowAnyone
    @Operation(
            summary = "Changes a refresh token for a new pair",
            description = "A refresh token is good once; a second use ends the whole login. 401 TOKEN_UNKNOWN.")
    TokenPair refresh(HttpServletRequest request, @Valid @RequestBody RefreshRequest body) {
        return refresh.refresh(realm(request), body.refreshToken()).orElseThrow(LoginProblem.TOKEN_UNKNOWN::with);
    }

    @PostMapping({"/hq/v1/login/logout", "/store/v1/login/logout", "/app/v1/login/logout"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "Signs out: the login of this refresh token ends at once")
    void logout(Caller caller, @Valid @RequestBody RefreshRequest body) {
        end.end(caller.realm(), Long.parseLong(caller.subject()), body.refreshToken());
    }

    @PostMapping({"/hq/v1/login/password", "/store/v1/login/password"})
    @Allow
    @Operation(
            summary = "Chooses a new password; all logins end and a new pair is given",
            description = "At least 8 characters. 401 LOGIN_REFUSED, 422 PASSWORD_TOO_WEAK, PASSWORD_UNCHANGED.")
    TokenPair password(Caller caller, HttpServletRequest request, @Valid @RequestBody PasswordRequest body) {
        return password.change(caller, Origin.of(request), body.currentPassword(), body.newPassword());
    }

    @PostMapping("/internal/v1/tokens/introspect")
    @Allow
    @Operation(
            summary = "Whose token this is and what he may do now",
            description =
                    "401 TOKEN_UNKNOWN for ended and unknown tokens. Rights are empty while the password must be changed.")
    Introspection.Identity introspect(@Valid @RequestBody IntrospectRequest body) {
        return introspection.of(body.token());
    }

    private static Realm realm(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/hq/")) {
            return Realm.HQ;
        }
        return path.startsWith("/store/") ? Realm.STAFF : Realm.MEMBER;
    }
}
