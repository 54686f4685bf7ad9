package io.mendian.member.staff.web;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.member.audit.Origin;
import io.mendian.member.staff.ChangeStaff;
import io.mendian.member.staff.DismissStaff;
import io.mendian.member.staff.HireStaff;
import io.mendian.member.staff.HiredStaff;
import io.mendian.member.staff.Hiring;
import io.mendian.member.staff.Passwords;
import io.mendian.member.staff.ResetPassword;
import io.mendian.member.staff.StaffQueries;
import io.mendian.member.staff.StaffView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same routes for headquarters and for a store's manager; the caller's scope decides what they reach. */
@RestController
class StaffController {

    private final StaffQueries queries;
    private final Hiring hiring;
    private final HireStaff hire;
    private final ChangeStaff change;
    private final DismissStaff dismiss;
    private final ResetPassword reset;
    private final Passwords passwords;

    StaffController(
            StaffQueries queries,
            Hiring hiring,
            HireStaff hire,
            ChangeStaff change,
            DismissStaff dismiss,
            ResetPassword reset,
            Passwords passwords) {
        this.queries = queries;
        this.hiring = hiring;
        this.hire = hire;
        this.change = change;
        this.dismiss = dismiss;
        this.reset = reset;
        this.passwords = passwords;
    }

    record OneTimePassword(String oneTimePassword) {}

    @GetMapping({"/hq/v1/me", "/store/v1/me"})
    @Allow
    @Operation(summary = "The member of staff who is signed in")
    StaffView me(Caller caller) {
        return queries.own(caller);
    }

    @GetMapping({"/hq/v1/staff", "/store/v1/staff"})
    @Allow(Right.STAFF_READ)
    @Operation(
            summary = "Staff accounts of a store or of the chain, by id",
            description = "`after` is the last id of the page before. At most 200.")
    List<StaffView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Long storeId,
            @RequestParam(defaultValue = "false") boolean left,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.list(caller, storeId == null ? null : StoreId.of(storeId), left, after, limit);
    }

    @GetMapping({"/hq/v1/staff/{id}", "/store/v1/staff/{id}"})
    @Allow(Right.STAFF_READ)
    @Operation(summary = "One staff account")
    StaffView one(Caller caller, @PathVariable long id) {
        return queries.require(caller, StaffId.of(id));
    }

    @PostMapping({"/hq/v1/staff", "/store/v1/staff"})
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(secret = true)
    @Allow(Right.STAFF_WRITE)
    @Operation(
            summary = "Makes a staff account",
            description =
                    "Without `password` a one-time password is made, shown once, and must be changed. Nobody gives rights he lacks: 403 ROLE_ABOVE_YOURS. 409 LOGIN_NAME_TAKEN.")
    HiredStaff hire(Caller caller, HttpServletRequest request, @Valid @RequestBody StaffRequest body) {
        return hire.hire(caller, Origin.of(request), hiring.prepare(body.wish()));
    }

    @PutMapping({"/hq/v1/staff/{id}", "/store/v1/staff/{id}"})
    @Allow(Right.STAFF_WRITE)
    @Operation(summary = "Changes name, role, stores and region of an account; holds from the next request on")
    StaffView change(
            Caller caller, HttpServletRequest request, @PathVariable long id, @Valid @RequestBody StaffRequest body) {
        return change.change(caller, Origin.of(request), StaffId.of(id), body.change());
    }

    @PostMapping({"/hq/v1/staff/{id}/leave", "/store/v1/staff/{id}/leave"})
    @Allow(Right.STAFF_WRITE)
    @Operation(summary = "A member of staff leaves: the account closes and its tokens end at once")
    StaffView leave(Caller caller, HttpServletRequest request, @PathVariable long id) {
        return dismiss.dismiss(caller, Origin.of(request), StaffId.of(id));
    }

    @PostMapping({"/hq/v1/staff/{id}/password", "/store/v1/staff/{id}/password"})
    @Allow(Right.STAFF_WRITE)
    @Operation(summary = "Gives an account a new one-time password, shown once; its logins end")
    OneTimePassword reset(Caller caller, HttpServletRequest request, @PathVariable long id) {
        String made = passwords.generate();
        reset.reset(caller, Origin.of(request), StaffId.of(id), passwords.hash(made));
        return new OneTimePassword(made);
    }
}
