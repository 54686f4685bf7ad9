package io.mendian.member.member.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.EditProfile;
import io.mendian.member.member.MemberFile;
import io.mendian.member.member.MemberProblem;
import io.mendian.member.member.MemberQueries;
import io.mendian.member.member.MemberView;
import io.mendian.member.member.ProfileChange;
import io.mendian.member.member.UnmaskMember;
import io.mendian.member.member.Unmasked;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.member.throttle.Throttle;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same routes for headquarters and stores; the caller's scope decides whom they show. */
@RestController
class StaffMemberController {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LOOKUPS_A_MINUTE = 120;
    private static final int UNMASKINGS_A_MINUTE = 20;

    private final MemberQueries queries;
    private final EditProfile edit;
    private final UnmaskMember unmask;
    private final Throttle throttle;

    StaffMemberController(MemberQueries queries, EditProfile edit, UnmaskMember unmask, Throttle throttle) {
        this.queries = queries;
        this.edit = edit;
        this.unmask = unmask;
        this.throttle = throttle;
    }

    record UnmaskRequest(@NotBlank @Size(max = 200) String reason) {}

    @GetMapping({"/hq/v1/members", "/store/v1/members"})
    @Allow(Right.MEMBERS_READ)
    @Operation(
            summary = "Finds members by phone, last four digits, name or card",
            description =
                    "Exactly one of `phone`, `tail` (4 digits), `name` (whole), `card` (number of an old card). Personal fields are masked. A store finds the members it knows; a whole phone number makes a member known to it. At most 200; 120 look-ups a minute.")
    List<MemberView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String tail,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String card,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        limit(caller, "member-lookup:", LOOKUPS_A_MINUTE);
        if (phone != null) {
            return queries.byPhone(caller, PhoneNumber.of(phone));
        }
        if (tail != null && tail.matches("\\d{4}")) {
            return queries.byTail(caller, tail, limit);
        }
        if (name != null && !name.isBlank()) {
            return queries.byName(caller, name, limit);
        }
        if (card != null && !card.isBlank()) {
            return queries.byCard(caller, card, limit);
        }
        throw MemberProblem.SEARCH_NEEDS_ONE.with();
    }

    @GetMapping({"/hq/v1/members/{key}", "/store/v1/members/{key}"})
    @Allow(Right.MEMBERS_READ)
    @Operation(
            summary = "The customer file",
            description = "Who it is, masked, and one section per feature that knows something of him.")
    MemberFile file(Caller caller, @PathVariable long key) {
        return queries.file(caller, MemberKey.of(key));
    }

    @PutMapping({"/hq/v1/members/{key}", "/store/v1/members/{key}"})
    @Allow(Right.MEMBERS_WRITE)
    @Operation(summary = "Changes name, birthday and gender of a member", description = "Every change is kept.")
    MemberFile edit(Caller caller, @PathVariable long key, @Valid @RequestBody ProfileRequest body) {
        edit.edit(caller, MemberKey.of(key), body.profile());
        return queries.file(caller, MemberKey.of(key));
    }

    @GetMapping({"/hq/v1/members/{key}/changes", "/store/v1/members/{key}/changes"})
    @Allow(Right.MEMBERS_READ)
    @Operation(summary = "Which fields of a profile were changed by whom, newest first; at most 200")
    List<ProfileChange> changes(Caller caller, @PathVariable long key) {
        return edit.history(caller, MemberKey.of(key), 200);
    }

    @PostMapping("/hq/v1/members/{key}/unmask")
    @Allow(Right.MEMBERS_UNMASK)
    @Operation(
            summary = "Shows a member's personal fields in full",
            description = "Needs a reason; leaves a row in the audit trail. 20 a minute.")
    Unmasked unmask(
            Caller caller, HttpServletRequest request, @PathVariable long key, @Valid @RequestBody UnmaskRequest body) {
        limit(caller, "member-unmask:", UNMASKINGS_A_MINUTE);
        return unmask.unmask(caller, Origin.of(request), MemberKey.of(key), body.reason());
    }

    private void limit(Caller caller, String bucket, int most) {
        Duration wait = throttle.take(new Throttle.Limit(bucket + caller.realm() + caller.subject(), most, MINUTE));
        if (wait.isPositive()) {
            throw MemberProblem.TOO_MANY_LOOKUPS.with("seconds", wait.toSeconds() + 1);
        }
    }
}
