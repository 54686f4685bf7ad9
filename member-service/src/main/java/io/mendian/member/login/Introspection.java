package io.mendian.member.login;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the gateway whose token it holds and what he may do now: rights are read at every question, not kept in tokens. */
@Component
public class Introspection {

    private final Tokens tokens;
    private final StaffCredentials staff;
    private final Clock clock;

    Introspection(Tokens tokens, StaffCredentials staff, Clock clock) {
        this.tokens = tokens;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whose token it is. */
    public record Identity(
            Realm realm,
            String subject,
            @Nullable StoreId storeId,
            boolean chainWide,
            List<StoreId> storeIds,
            Set<Right> rights,
            Instant expiresAt,
            boolean mustChangePassword) {}

    /** The identity behind a live token; refuses every other with TOKEN_UNKNOWN. */
    public Identity of(String token) {
        Tokens.Access access =
                tokens.findAccess(Secrets.hash(token), clock.instant()).orElseThrow(LoginProblem.TOKEN_UNKNOWN::with);
        FamilyRow family = access.family();
        return switch (family.realm()) {
            case MEMBER ->
                new Identity(
                        Realm.MEMBER,
                        Long.toString(family.subject()),
                        null,
                        false,
                        List.of(),
                        Set.of(),
                        access.expiresAt(),
                        false);
            case STAFF, HQ -> staff(access);
            case MACHINE -> throw LoginProblem.TOKEN_UNKNOWN.with();
        };
    }

    private Identity staff(Tokens.Access access) {
        FamilyRow family = access.family();
        StaffCredentials.Account account = staff.byId(StaffId.of(family.subject()))
                .filter(found -> found.active() && found.realm() == family.realm())
                .orElseThrow(LoginProblem.TOKEN_UNKNOWN::with);
        StoreId store = family.storeId() == null ? null : StoreId.of(family.storeId());
        if (store != null && !account.stores().contains(store)) {
            // bound to another store since he signed in
            throw LoginProblem.TOKEN_UNKNOWN.with();
        }
        // in a store one works in that store only, also when bound to several
        Set<StoreId> reach = store == null ? account.stores() : Set.of(store);
        return new Identity(
                family.realm(),
                account.id().text(),
                store,
                account.chainWide(),
                reach.stream()
                        .sorted(java.util.Comparator.comparing(StoreId::value))
                        .toList(),
                account.rights(),
                access.expiresAt(),
                account.mustChange());
    }
}
