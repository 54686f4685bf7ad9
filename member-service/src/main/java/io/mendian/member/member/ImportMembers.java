package io.mendian.member.member;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.persistence.UtcTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes members over from an old system, many at a time. One (source, external reference) is one member, one phone too: a
 * second run changes nothing. Bad rows are named, the good ones go in, all in one transaction and a few statements.
 */
@Component
public class ImportMembers {

    private static final int ATTEMPTS = 4;

    private final Members members;
    private final MemberSeals seals;
    private final Persons persons;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportMembers(
            Members members,
            MemberSeals seals,
            Persons persons,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.seals = seals;
        this.persons = persons;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A member of the old system. */
    public record Incoming(
            @Nullable String source,
            @Nullable String externalRef,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String joinedAt,
            @Nullable String storeId) {}

    /** What became of one row: a member, or the reason why not. */
    public record Imported(
            int index,
            @Nullable String externalRef,
            @Nullable MemberKey memberKey,
            boolean created,
            @Nullable String reason) {}

    private record Good(
            int index,
            String source,
            String ref,
            @Nullable PhoneNumber phone,
            @Nullable String phoneIndex,
            @Nullable String name,
            Instant joinedAt,
            @Nullable StoreId store) {}

    /** One answer per row, in the order of the rows. */
    public List<Imported> take(List<Incoming> rows) {
        List<Imported> bad = new ArrayList<>();
        List<Good> good = new ArrayList<>();
        Set<Long> stores = members.storesAmong(rows.stream()
                .map(row -> ImportFault.id(row.storeId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (int i = 0; i < rows.size(); i++) {
            Incoming row = rows.get(i);
            PhoneNumber phone = ImportFault.phone(row.phone());
            String reason = ImportFault.of(row, phone, stores, clock.instant());
            if (reason == null) {
                good.add(good(i, row, phone));
            } else {
                bad.add(new Imported(i, row.externalRef(), null, false, reason));
            }
        }
        List<Imported> all = new ArrayList<>(bad);
        all.addAll(store(good));
        return all.stream()
                .sorted(java.util.Comparator.comparing(Imported::index))
                .toList();
    }

    private List<Imported> store(List<Good> good) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(TransactionRetry.repeat(() -> transaction.execute(status -> once(good))));
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<Imported> once(List<Good> good) {
        Instant now = clock.instant();
        Map<String, Long> known = known(good);
        Map<String, Long> phones = phones(good);
        // sorted, so that two imports of the same rows lock them in the same order
        Map<String, Good> fresh = new TreeMap<>();
        Map<String, Long> keys = new HashMap<>(known);
        Map<String, Good> made = new LinkedHashMap<>();
        good.stream().filter(row -> !known.containsKey(name(row))).forEach(row -> fresh.putIfAbsent(name(row), row));
        fresh.forEach((name, row) -> {
            String phoneIndex = row.phoneIndex;
            Long owner = phoneIndex == null ? null : phones.get(phoneIndex);
            long key = owner == null ? Ids.next() : owner;
            keys.put(name, key);
            if (owner == null) {
                made.put(name, row);
                if (phoneIndex != null) {
                    phones.put(phoneIndex, key);
                }
            }
        });
        insert(fresh, made, keys, now);
        return good.stream()
                .map(row -> new Imported(
                        row.index,
                        row.ref,
                        MemberKey.of(keys.getOrDefault(name(row), 0L)),
                        made.get(name(row)) == row,
                        null))
                .toList();
    }

    private void insert(Map<String, Good> fresh, Map<String, Good> made, Map<String, Long> keys, Instant now) {
        List<MemberRow> rows = made.entrySet().stream()
                .map(one -> row(keys.getOrDefault(one.getKey(), 0L), one.getValue()))
                .toList();
        members.insertAll(rows, now);
        persons.takenOver(rows, now);
        members.insertExternals(fresh.entrySet().stream()
                .map(one -> new Members.External(
                        one.getValue().source, one.getValue().ref, keys.getOrDefault(one.getKey(), 0L)))
                .toList());
        List<Object[]> stores = new ArrayList<>();
        fresh.forEach((name, row) -> {
            if (row.store != null) {
                stores.add(new Object[] {keys.getOrDefault(name, 0L), row.store.value(), UtcTime.of(row.joinedAt)});
            }
        });
        members.knowAll(stores);
        outbox.addAll(made.entrySet().stream()
                .map(one -> new MemberJoined(
                        MemberKey.of(keys.getOrDefault(one.getKey(), 0L)),
                        one.getValue().store,
                        one.getValue().source,
                        JoinMember.FIRST_LEVEL,
                        true,
                        one.getValue().joinedAt))
                .toList());
    }

    private Map<String, Long> known(List<Good> good) {
        Map<String, Long> known = new HashMap<>();
        Map<String, List<Good>> bySource = good.stream().collect(Collectors.groupingBy(row -> row.source));
        bySource.forEach((source, rows) -> members.findExternals(
                        source, rows.stream().map(row -> row.ref).toList())
                .forEach(one -> known.put(one.source() + "\n" + one.ref(), one.memberKey())));
        return known;
    }

    private Map<String, Long> phones(List<Good> good) {
        List<String> indexes = new ArrayList<>();
        for (Good row : good) {
            if (row.phoneIndex != null) {
                indexes.add(row.phoneIndex);
            }
        }
        Map<String, Long> phones = new HashMap<>();
        members.findByPhones(indexes)
                .forEach(row -> phones.put(Objects.requireNonNull(row.phoneIndex()), row.memberKey()));
        return phones;
    }

    private MemberRow row(long key, Good row) {
        PhoneNumber phone = row.phone;
        return new MemberRow(
                key,
                phone == null ? null : seals.sealPhone(key, phone),
                row.phoneIndex,
                phone == null ? null : seals.tailIndex(phone.tail()),
                row.name == null ? null : seals.sealName(key, row.name),
                row.name == null ? null : seals.nameIndex(row.name),
                null,
                Gender.UNKNOWN,
                row.store == null ? null : row.store.value(),
                row.source,
                null,
                1,
                row.joinedAt);
    }

    private static String name(Good row) {
        return row.source + "\n" + row.ref;
    }

    private Good good(int index, Incoming row, @Nullable PhoneNumber phone) {
        String name =
                row.name() == null || row.name().isBlank() ? null : row.name().strip();
        Long store = ImportFault.id(row.storeId());
        return new Good(
                index,
                Objects.requireNonNull(row.source()),
                Objects.requireNonNull(row.externalRef()).strip(),
                phone,
                phone == null ? null : seals.phoneIndex(phone),
                name,
                Objects.requireNonNull(ImportFault.instant(row.joinedAt())),
                store == null ? null : StoreId.of(store));
    }
}
