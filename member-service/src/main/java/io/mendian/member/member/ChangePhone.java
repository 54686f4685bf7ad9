package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Puts another phone in the place of a member's; the code sent to the new one was checked before. */
@UseCase
public class ChangePhone {

    private final Members members;
    private final MemberSeals seals;
    private final Persons persons;
    private final MemberChanges changes;
    private final Clock clock;

    ChangePhone(Members members, MemberSeals seals, Persons persons, MemberChanges changes, Clock clock) {
        this.members = members;
        this.seals = seals;
        this.persons = persons;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void change(MemberKey key, PhoneNumber phone) {
        MemberRow row = members.findLocked(key).filter(MemberRow::active).orElseThrow(CommonProblem.NOT_FOUND::with);
        PhoneNumber old = seals.phone(row);
        if (phone.equals(old)) {
            return;
        }
        Instant now = clock.instant();
        try {
            members.setPhone(
                    key.value(),
                    seals.sealPhone(key.value(), phone),
                    seals.phoneIndex(phone),
                    seals.tailIndex(phone.tail()),
                    row.version(),
                    now);
        } catch (DuplicateKeyException e) {
            throw MemberProblem.PHONE_TAKEN.with();
        }
        persons.same(key, Persons.Mark.of(seals.phoneIndex(phone), null, null), now);
        changes.add(key.value(), "phone", old == null ? null : old.e164(), phone.e164(), "MEMBER:" + key, now);
    }
}
