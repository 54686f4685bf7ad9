package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Gives the signed-in member the phone that WeChat vouched for; he must have none yet. */
@UseCase
public class BindPhone {

    private final Members members;
    private final MemberSeals seals;
    private final PhoneBinding phones;

    BindPhone(Members members, MemberSeals seals, PhoneBinding phones) {
        this.members = members;
        this.seals = seals;
        this.phones = phones;
    }

    /** The member who has the phone now: the same, or the one who had it before and into whom he was merged. */
    @Transactional
    public MemberKey bind(MemberKey key, PhoneNumber phone) {
        MemberRow row = members.findLocked(key).filter(MemberRow::active).orElseThrow(CommonProblem.NOT_FOUND::with);
        if (seals.phoneIndex(phone).equals(row.phoneIndex())) {
            return key;
        }
        if (row.phoneIndex() != null) {
            throw MemberProblem.PHONE_BOUND.with();
        }
        try {
            return phones.bind(row, phone);
        } catch (DuplicateKeyException e) {
            // somebody took the number this very moment
            throw MemberProblem.PHONE_TAKEN.with();
        }
    }
}
