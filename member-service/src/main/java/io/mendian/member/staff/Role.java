package io.mendian.member.staff;

import static io.mendian.runtime.security.Right.*;

import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The built-in roles: the realm each belongs to and the rights it carries. Nobody may give a role with rights he lacks. */
public enum Role {
    /** Everything, over the whole chain. */
    HQ_ADMIN(Realm.HQ, EnumSet.allOf(Right.class)),
    /** Runs the business, but neither accounts, nor the audit, nor the machinery. */
    HQ_MANAGER(
            Realm.HQ,
            EnumSet.complementOf(EnumSet.of(STAFF_WRITE, MEMBERS_UNMASK, AUDIT_READ, OPERATIONS, HISTORY_IMPORT))),
    /** Looks, changes nothing. */
    HQ_VIEWER(
            Realm.HQ,
            EnumSet.of(
                    STORES_READ,
                    STAFF_READ,
                    MEMBERS_READ,
                    ASSETS_READ,
                    CATALOGUE_READ,
                    MARKETING_READ,
                    ORDERS_READ,
                    STOCK_READ,
                    BOOKING_READ,
                    REPORTS_READ)),
    /** Reads the trace of the others' work. */
    HQ_AUDITOR(Realm.HQ, EnumSet.of(STORES_READ, STAFF_READ, REPORTS_READ, AUDIT_READ)),
    /** Headquarters' view and staffing of the stores of one region. */
    REGION_MANAGER(
            Realm.HQ,
            EnumSet.of(
                    STORES_READ,
                    STAFF_READ,
                    STAFF_WRITE,
                    MEMBERS_READ,
                    MEMBERS_WRITE,
                    ASSETS_READ,
                    CATALOGUE_READ,
                    MARKETING_READ,
                    ORDERS_READ,
                    ORDERS_SELL,
                    ORDERS_REFUND,
                    ORDERS_REFUND_APPROVE,
                    TILL_MANAGE,
                    STOCK_READ,
                    STOCK_WRITE,
                    BOOKING_READ,
                    BOOKING_WRITE,
                    BOOKING_RULES,
                    REPORTS_READ)),
    /** Everything a store does by itself, and its staff. */
    STORE_MANAGER(
            Realm.STAFF,
            EnumSet.of(
                    STORES_READ,
                    STAFF_READ,
                    STAFF_WRITE,
                    MEMBERS_READ,
                    MEMBERS_WRITE,
                    ASSETS_READ,
                    CATALOGUE_READ,
                    MARKETING_READ,
                    ORDERS_READ,
                    ORDERS_SELL,
                    ORDERS_REFUND,
                    ORDERS_REFUND_APPROVE,
                    TILL_MANAGE,
                    STOCK_READ,
                    STOCK_WRITE,
                    BOOKING_READ,
                    BOOKING_WRITE,
                    BOOKING_RULES,
                    REPORTS_READ)),
    /** Sells, serves, looks after his till. */
    CLERK(
            Realm.STAFF,
            EnumSet.of(
                    STORES_READ,
                    MEMBERS_READ,
                    MEMBERS_WRITE,
                    ASSETS_READ,
                    CATALOGUE_READ,
                    MARKETING_READ,
                    ORDERS_READ,
                    ORDERS_SELL,
                    ORDERS_REFUND,
                    TILL_MANAGE,
                    STOCK_READ,
                    BOOKING_READ,
                    BOOKING_WRITE)),
    /** Gives classes and appointments, checks customers in. */
    COACH(Realm.STAFF, EnumSet.of(STORES_READ, MEMBERS_READ, ASSETS_READ, CATALOGUE_READ, BOOKING_READ, BOOKING_WRITE)),
    /** Receives and counts stock. */
    STOCK_KEEPER(Realm.STAFF, EnumSet.of(STORES_READ, CATALOGUE_READ, STOCK_READ, STOCK_WRITE));

    private final Realm realm;
    private final Set<Right> rights;

    Role(Realm realm, Set<Right> rights) {
        this.realm = realm;
        this.rights = Collections.unmodifiableSet(rights);
    }

    public Realm realm() {
        return realm;
    }

    public Set<Right> rights() {
        return rights;
    }

    /** How far the role reaches: HQ the chain, a region manager his region, all others the stores they are bound to. */
    public Scope scope() {
        if (this == REGION_MANAGER) {
            return Scope.REGION;
        }
        return realm == Realm.HQ ? Scope.CHAIN : Scope.STORES;
    }

    /** How far rights reach. */
    public enum Scope {
        CHAIN,
        REGION,
        STORES
    }
}
