package io.mendian.member.books;

/** One invariant of this service's tables. Each feature offers its own as beans; {@link BookQueries} runs them all. */
public interface BookCheck {

    /** Runs the check now, on the live tables. */
    BookResult run();
}
