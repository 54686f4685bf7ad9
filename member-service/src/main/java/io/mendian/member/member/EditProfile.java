package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Writes name, birthday and gender; every change is kept with who made it. The phone has its own way. */
@UseCase
public class EditProfile {

    /** The profile as it is to be. */
    public record Profile(@Nullable String name, @Nullable LocalDate birthday, Gender gender) {}

    private final Members members;
    private final MemberSeals seals;
    private final MemberAccess access;
    private final MemberChanges changes;
    private final Clock clock;

    EditProfile(Members members, MemberSeals seals, MemberAccess access, MemberChanges changes, Clock clock) {
        this.members = members;
        this.seals = seals;
        this.access = access;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void edit(Caller caller, MemberKey key, Profile profile) {
        if (caller.realm() != Realm.MEMBER) {
            access.requireVisible(caller, key);
        }
        MemberRow row = members.findLocked(key).filter(MemberRow::active).orElseThrow(CommonProblem.NOT_FOUND::with);
        Instant now = clock.instant();
        String name = profile.name() == null || profile.name().isBlank()
                ? null
                : profile.name().strip();
        members.setProfile(
                row,
                name == null ? null : seals.sealName(row.memberKey(), name),
                name == null ? null : seals.nameIndex(name),
                profile.birthday(),
                profile.gender(),
                now);
        String actor = caller.realm() + ":" + caller.subject();
        changes.add(row.memberKey(), "name", seals.name(row), name, actor, now);
        changes.add(row.memberKey(), "birthday", text(row.birthday()), text(profile.birthday()), actor, now);
        changes.add(
                row.memberKey(), "gender", row.gender().name(), profile.gender().name(), actor, now);
    }

    /** The latest changes of a member whom the caller may see. */
    public List<ProfileChange> history(Caller caller, MemberKey key, int limit) {
        access.requireVisible(caller, key);
        return changes.of(key, limit);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
