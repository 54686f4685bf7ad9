package io.mendian.gateway.identity;

import io.mendian.runtime.security.Caller;

/** An identity that was read, with what every request of it needs; the same object as long as nothing changes. */
final class Known {

    private final Identity identity;
    private final Caller caller;
    private final String principal;

    Known(Identity identity) {
        this.identity = identity;
        this.caller = identity.caller();
        this.principal = identity.realm() + ":" + identity.subject();
    }

    Identity identity() {
        return identity;
    }

    Caller caller() {
        return caller;
    }

    /** Whose requests are counted together. */
    String principal() {
        return principal;
    }
}
