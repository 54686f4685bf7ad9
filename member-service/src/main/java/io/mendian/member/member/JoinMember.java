package io.mendian.member.member;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.kernel.MemberKey;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.TransactionRetry;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the member behind a phone or an openid, or makes one: one phone is one member of the chain, one openid is one
 * member. Of two that come first at the same time, one meets the unique key and begins again, then finding the other's.
 */
@Component
public class JoinMember {

    static final String WECHAT = "WECHAT";
    /** Everybody begins here. */
    static final String FIRST_LEVEL = "ORDINARY";

    private static final int ATTEMPTS = 4;

    private final Members members;
    private final MemberSeals seals;
    private final PhoneBinding phones;
    private final Persons persons;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JoinMember(
            Members members,
            MemberSeals seals,
            PhoneBinding phones,
            Persons persons,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.seals = seals;
        this.phones = phones;
        this.persons = persons;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whoever it is, he is known in the named store from now on. */
    public Joined join(Join join) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(TransactionRetry.repeat(() -> transaction.execute(status -> once(join))));
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (DataIntegrityViolationException e) {
                // only the store is somebody else's word
                throw MemberProblem.STORE_UNKNOWN.with();
            }
        }
    }

    private Joined once(Join join) {
        Instant now = clock.instant();
        String identity = join.openid() == null ? null : seals.identityIndex(WECHAT, join.openid());
        Optional<MemberRow> byIdentity = identity == null ? Optional.empty() : members.findByIdentity(WECHAT, identity);
        Optional<MemberRow> byPhone =
                join.phone() == null ? Optional.empty() : members.findByPhone(seals.phoneIndex(join.phone()));
        Joined joined;
        if (byIdentity.isPresent()) {
            joined = new Joined(withPhone(byIdentity.get(), join), false);
        } else if (byPhone.isPresent()) {
            joined = new Joined(MemberKey.of(byPhone.get().memberKey()), false);
            bind(join.openid(), identity, joined.memberKey(), now);
            persons.same(joined.memberKey(), Persons.Mark.of(null, identity, null), now);
        } else {
            joined = new Joined(create(join, identity, now), true);
            bind(join.openid(), identity, joined.memberKey(), now);
        }
        if (!joined.created() && join.deviceId() != null) {
            persons.seenOn(joined.memberKey(), seals.device(join.deviceId()), now);
        }
        if (join.store() != null) {
            members.know(joined.memberKey().value(), join.store().value(), now);
        }
        return joined;
    }

    private void bind(@Nullable String openid, @Nullable String identity, MemberKey key, Instant now) {
        if (openid != null && identity != null) {
            String sealed = seals.sealIdentity(WECHAT, identity, openid);
            members.insertIdentity(WECHAT, identity, sealed, key.value(), now);
        }
    }

    /** A member known by openid brings a phone: it becomes his where he has none yet. */
    private MemberKey withPhone(MemberRow found, Join join) {
        if (join.phone() == null || seals.phoneIndex(join.phone()).equals(found.phoneIndex())) {
            return MemberKey.of(found.memberKey());
        }
        MemberRow locked = members.findLocked(MemberKey.of(found.memberKey())).orElseThrow();
        // a second number of the same person: WeChat's button is no proof for changing the bound one
        return locked.phoneIndex() != null ? MemberKey.of(locked.memberKey()) : phones.bind(locked, join.phone());
    }

    private MemberKey create(Join join, @Nullable String identity, Instant now) {
        long key = Ids.next();
        PhoneNumber phone = join.phone();
        MemberRow row = new MemberRow(
                key,
                phone == null ? null : seals.sealPhone(key, phone),
                phone == null ? null : seals.phoneIndex(phone),
                phone == null ? null : seals.tailIndex(phone.tail()),
                null,
                null,
                null,
                Gender.UNKNOWN,
                join.store() == null ? null : join.store().value(),
                join.source(),
                null,
                1,
                now);
        members.insert(row, now);
        MemberKey made = MemberKey.of(key);
        MemberKey person = persons.ofNewcomer(
                made,
                Persons.Mark.of(
                        row.phoneIndex(),
                        identity,
                        join.deviceId() == null
                                ? null
                                : seals.device(join.deviceId()).index()),
                now);
        outbox.add(new MemberJoined(
                made, join.store(), join.source(), FIRST_LEVEL, false, now, person.equals(made) ? null : person));
        if (phone != null) {
            phones.known(made);
        }
        return made;
    }
}
