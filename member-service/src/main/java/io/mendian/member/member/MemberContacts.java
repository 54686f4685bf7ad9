package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.member.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How members are reached and shown by other features; nothing of it goes into an answer, an event or a log unmasked. */
@Component
public class MemberContacts {

    private final Members members;
    private final MemberSeals seals;
    private final JdbcClient jdbc;

    MemberContacts(Members members, MemberSeals seals, JdbcClient jdbc) {
        this.members = members;
        this.seals = seals;
        this.jdbc = jdbc;
    }

    /** What a number is found by without being known. */
    public String phoneIndex(PhoneNumber phone) {
        return seals.phoneIndex(phone);
    }

    /** The same of a member's own number. */
    public Optional<String> phoneIndex(MemberKey key) {
        return members.find(key).filter(MemberRow::active).map(MemberRow::phoneIndex);
    }

    /** A member's number, to send something to it. */
    public Optional<PhoneNumber> phone(MemberKey key) {
        return members.find(key).filter(MemberRow::active).map(seals::phone);
    }

    /** The latest openid with which a member signed in. */
    public Optional<String> openid(MemberKey key) {
        return jdbc.sql("""
                        SELECT identity_index, sealed FROM member_identity
                        WHERE member_key = ? AND kind = ? ORDER BY bound_at DESC, identity_index LIMIT 1
                        """)
                .params(key.value(), JoinMember.WECHAT)
                .query((row, n) -> seals.identity(JoinMember.WECHAT, row.getString(1), row.getString(2)))
                .optional();
    }

    /** The zone of the store where he registered. */
    public Optional<ZoneId> zone(MemberKey key) {
        return jdbc.sql(
                        "SELECT s.zone FROM member m JOIN store s ON s.id = m.registration_store WHERE m.member_key = ?")
                .params(key.value())
                .query(String.class)
                .optional()
                .map(ZoneId::of);
    }

    /** His name, or else his number, masked; null of nobody. */
    public @Nullable String masked(MemberKey key) {
        MemberRow row = members.find(key).orElse(null);
        if (row == null) {
            return null;
        }
        String name = MemberSeals.maskName(seals.name(row));
        PhoneNumber phone = seals.phone(row);
        return name != null ? name : phone == null ? null : phone.masked();
    }
}
