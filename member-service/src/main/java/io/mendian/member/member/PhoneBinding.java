package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.member.login.Logins;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.security.Realm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a phone to a member who has none. Where the phone is another member's, the newcomer is the same person: he came
 * by WeChat before he told his number. If he holds nothing yet he gives way, and his openid moves to the phone's owner.
 */
@Component
class PhoneBinding {

    private final Members members;
    private final MemberSeals seals;
    private final Persons persons;
    private final List<MemberHoldings> holdings;
    private final List<PhoneKnown> listeners;
    private final Logins logins;
    private final Clock clock;

    PhoneBinding(
            Members members,
            MemberSeals seals,
            Persons persons,
            List<MemberHoldings> holdings,
            List<PhoneKnown> listeners,
            Logins logins,
            Clock clock) {
        this.listeners = listeners;
        this.members = members;
        this.seals = seals;
        this.persons = persons;
        this.holdings = holdings;
        this.logins = logins;
        this.clock = clock;
    }

    /** Who has the phone afterwards. The member is locked and has no phone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MemberKey bind(MemberRow locked, PhoneNumber phone) {
        Instant now = clock.instant();
        long own = locked.memberKey();
        MemberRow owner = members.findByPhone(seals.phoneIndex(phone)).orElse(null);
        if (owner == null) {
            members.setPhone(
                    own,
                    seals.sealPhone(own, phone),
                    seals.phoneIndex(phone),
                    seals.tailIndex(phone.tail()),
                    locked.version(),
                    now);
            persons.same(MemberKey.of(own), Persons.Mark.of(seals.phoneIndex(phone), null, null), now);
            known(MemberKey.of(own));
            return MemberKey.of(own);
        }
        boolean holds = holdings.stream().anyMatch(one -> one.holdsAnything(MemberKey.of(own)));
        if (holdings.isEmpty() || holds) {
            throw MemberProblem.PHONE_TAKEN.with();
        }
        members.merge(own, owner.memberKey(), now);
        members.moveIdentities(own, owner.memberKey());
        persons.merged(MemberKey.of(own), MemberKey.of(owner.memberKey()), now);
        logins.endAll(Realm.MEMBER, own, "MERGED");
        return MemberKey.of(owner.memberKey());
    }

    /** A member's phone is known for the first time. */
    void known(MemberKey member) {
        listeners.forEach(listener -> listener.phoneKnown(member));
    }
}
