package io.mendian.runtime.books;

/** One invariant of a service's tables as a bean of its own; what one statement can say is an {@link Invariant} instead. */
public interface BookCheck {

    /** Runs the check now, on the live tables. */
    BookResult run();

    default Finding find() {
        return Finding.of(run());
    }

    /** Whether its findings name things of this kind that can be put on hold. */
    default boolean isAbout(String subjectKind) {
        return false;
    }
}
