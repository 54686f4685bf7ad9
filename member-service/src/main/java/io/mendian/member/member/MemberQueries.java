package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads members, each caller those he may see. */
@Component
public class MemberQueries {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final Members members;
    private final MemberSeals seals;
    private final MemberAccess access;
    private final MemberContacts contacts;
    private final JdbcClient jdbc;
    private final List<FileSection> sections;

    MemberQueries(
            Members members,
            MemberSeals seals,
            MemberAccess access,
            MemberContacts contacts,
            JdbcClient jdbc,
            List<FileSection> sections) {
        this.members = members;
        this.seals = seals;
        this.access = access;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.sections = sections;
    }

    public OwnView own(MemberKey key) {
        MemberRow row = members.find(key).filter(MemberRow::active).orElseThrow(CommonProblem.NOT_FOUND::with);
        PhoneNumber phone = seals.phone(row);
        return new OwnView(
                key,
                phone == null ? null : phone.masked(),
                seals.name(row),
                row.birthday(),
                row.gender(),
                store(row),
                row.joinedAt());
    }

    /** The latest openid a member signed in with, for the payment he asks for; 404 for one who never came by WeChat. */
    public String openid(MemberKey key) {
        return contacts.openid(key).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** The file of a member whom the caller may see. */
    public MemberFile file(Caller caller, MemberKey key) {
        access.requireVisible(caller, key);
        MemberRow row = members.find(key).orElseThrow(CommonProblem.NOT_FOUND::with);
        Map<String, Object> shown = new TreeMap<>();
        sections.forEach(section -> shown.put(section.name(), section.of(key)));
        return new MemberFile(view(row), shown);
    }

    /** By the whole phone number; the caller's store knows the member from then on. */
    public List<MemberView> byPhone(Caller caller, PhoneNumber phone) {
        List<MemberRow> found =
                members.findByPhone(seals.phoneIndex(phone)).stream().toList();
        StoreId store = caller.store();
        if (store != null) {
            found.forEach(row -> access.know(MemberKey.of(row.memberKey()), store));
            return found.stream().map(this::view).toList();
        }
        return found.stream()
                .filter(row ->
                        caller.chainWide() || members.known(MemberKey.of(row.memberKey()), MemberAccess.stores(caller)))
                .map(this::view)
                .toList();
    }

    /** By the last four digits, among the members the caller may see. */
    public List<MemberView> byTail(Caller caller, String lastFour, int limit) {
        return search(caller, "m.phone_tail = :value", seals.tailIndex(lastFour), limit).stream()
                .filter(row -> {
                    PhoneNumber phone = seals.phone(row);
                    return phone != null && phone.tail().equals(lastFour);
                })
                .map(this::view)
                .toList();
    }

    /** By the whole name, among the members the caller may see. */
    public List<MemberView> byName(Caller caller, String name, int limit) {
        return search(caller, "m.name_index = :value", seals.nameIndex(name), limit).stream()
                .map(this::view)
                .toList();
    }

    /** By the number of an old card, among the members the caller may see. */
    public List<MemberView> byCard(Caller caller, String card, int limit) {
        return search(
                        caller,
                        "m.member_key IN (SELECT x.member_key FROM member_external x WHERE x.external_ref = :value)",
                        card,
                        limit)
                .stream()
                .map(this::view)
                .toList();
    }

    private List<MemberRow> search(Caller caller, String condition, String value, int limit) {
        List<Long> stores =
                MemberAccess.stores(caller).stream().map(StoreId::value).toList();
        if (!caller.chainWide() && stores.isEmpty()) {
            return List.of();
        }
        // the conditions are the three constants above; values are parameters
        String scope = caller.chainWide() ? "" : """
                 AND EXISTS (SELECT 1 FROM member_store s
                             WHERE s.member_key = m.member_key AND s.store_id IN (:stores))
                """;
        var statement = jdbc.sql("SELECT m.* FROM member m WHERE m.state = 'ACTIVE' AND " + condition + scope
                        + " ORDER BY m.member_key LIMIT :most")
                .param("value", value)
                .param("most", limit);
        return (caller.chainWide() ? statement : statement.param("stores", stores))
                .query(Members::row)
                .list();
    }

    MemberView view(MemberRow row) {
        PhoneNumber phone = seals.phone(row);
        return new MemberView(
                MemberKey.of(row.memberKey()),
                phone == null ? null : phone.masked(),
                MemberSeals.maskName(seals.name(row)),
                row.birthday() == null ? null : MONTH_AND_DAY.format(row.birthday()),
                row.gender(),
                store(row),
                row.source(),
                row.joinedAt());
    }

    private static @Nullable StoreId store(MemberRow row) {
        return row.registrationStore() == null ? null : StoreId.of(row.registrationStore());
    }
}
