package io.mendian.member.member;

import io.mendian.contracts.member.MemberPersonKnown;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UtcTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which members are one person: whoever comes with a phone number or an openid that another member has had, or becomes a
 * member on a device that another has used. It decides nothing but what is given once per person; nobody's assets move by
 * it. The member with the lowest key stands for the person. Every method belongs to its caller's transaction.
 */
@Component
class Persons {

    private final JdbcTemplate jdbc;
    private final Outbox outbox;

    Persons(JdbcTemplate jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    enum Kind {
        DEVICE,
        PHONE,
        WECHAT
    }

    /** A keyed index by which a person is known again. */
    record Mark(Kind kind, String index) {

        static List<Mark> of(@Nullable String phone, @Nullable String weChat, @Nullable String device) {
            List<Mark> marks = new ArrayList<>();
            if (device != null) {
                marks.add(new Mark(Kind.DEVICE, device));
            }
            if (phone != null) {
                marks.add(new Mark(Kind.PHONE, phone));
            }
            if (weChat != null) {
                marks.add(new Mark(Kind.WECHAT, weChat));
            }
            return marks;
        }
    }

    /** Who stands for a newcomer; his joining tells it, so that no other event is needed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MemberKey ofNewcomer(MemberKey member, List<Mark> marks, Instant now) {
        return join(member, marks, now, true);
    }

    /** A member came with marks that may be another's too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void same(MemberKey member, List<Mark> marks, Instant now) {
        MemberKey ignored = join(member, marks, now, false);
    }

    /** A member signed in on a device. Whose it was stays so: borrowing a phone makes nobody the same person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seenOn(MemberKey member, Mark device, Instant now) {
        jdbc.update(
                "INSERT IGNORE INTO person_mark (kind, mark, person_key, noted_at) VALUES (?, ?, ?, ?)",
                device.kind().name(),
                device.index(),
                locked(member),
                Timestamp.from(now));
    }

    /** The logins of one member are another's from now on: they are one person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(MemberKey from, MemberKey into, Instant now) {
        long person = locked(into);
        long other = locked(from);
        if (other != person) {
            unite(other, person, from, now);
        }
        outbox.add(new MemberPersonKnown(from, MemberKey.of(person), into, now));
    }

    /** Numbers of members who are taken over; one that is known already stays whose it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takenOver(List<MemberRow> members, Instant now) {
        List<Object[]> rows = members.stream()
                .filter(row -> row.phoneIndex() != null)
                .sorted(Comparator.comparing(row -> String.valueOf(row.phoneIndex())))
                .map(row -> new Object[] {row.phoneIndex(), row.memberKey(), UtcTime.of(now)})
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT IGNORE INTO person_mark (kind, mark, person_key, noted_at) VALUES ('PHONE', ?, ?, ?)",
                    rows);
        }
    }

    private MemberKey join(MemberKey member, List<Mark> marks, Instant now, boolean newcomer) {
        long own = locked(member);
        TreeSet<Long> persons = new TreeSet<>(List.of(own));
        for (Mark mark : marks) {
            persons.add(owner(mark, own, now));
        }
        long person = persons.getFirst();
        for (long other : persons.tailSet(person, false)) {
            unite(other, person, newcomer ? member : null, now);
        }
        return MemberKey.of(person);
    }

    /** Who stands for the member now; his row is locked. */
    private long locked(MemberKey member) {
        jdbc.update(
                "INSERT IGNORE INTO member_person (member_key, person_key) VALUES (?, ?)",
                member.value(),
                member.value());
        return number("SELECT person_key FROM member_person WHERE member_key = ? FOR UPDATE", member.value());
    }

    /** Whose mark it is; ours when nobody has had it. Of two who come first with it, one waits for the other here. */
    private long owner(Mark mark, long own, Instant now) {
        jdbc.update(
                "INSERT IGNORE INTO person_mark (kind, mark, person_key, noted_at) VALUES (?, ?, ?, ?)",
                mark.kind().name(),
                mark.index(),
                own,
                Timestamp.from(now));
        return number(
                "SELECT person_key FROM person_mark WHERE kind = ? AND mark = ? FOR UPDATE",
                mark.kind().name(),
                mark.index());
    }

    /** Everything of one person is the other's; each of his members is told, but the one that is told anyway. */
    private void unite(long from, long into, @Nullable MemberKey toldAnyway, Instant now) {
        // whoever became a member before persons were noted stands for himself
        long ignored = locked(MemberKey.of(from));
        List<Long> members = jdbc.queryForList(
                "SELECT member_key FROM member_person WHERE person_key = ? ORDER BY member_key FOR UPDATE",
                Long.class,
                from);
        jdbc.update("UPDATE person_mark SET person_key = ? WHERE person_key = ?", into, from);
        jdbc.update("UPDATE member_person SET person_key = ? WHERE person_key = ?", into, from);
        members.stream()
                .map(MemberKey::of)
                .filter(member -> !member.equals(toldAnyway))
                .forEach(member -> outbox.add(new MemberPersonKnown(member, MemberKey.of(into), null, now)));
    }

    private long number(String sql, Object... parameters) {
        Long found = jdbc.queryForObject(sql, Long.class, parameters);
        if (found == null) {
            throw new IllegalStateException("a row that was just written is not there");
        }
        return found;
    }
}
