package io.mendian.contracts;

/** Something that happened and was committed. Carries {@link EventType}; holds no personal data. */
public interface DomainEvent {

    /** The id of the aggregate; events of one key arrive in their order. */
    String key();
}
