package io.mendian.runtime.problem;

/**
 * One kind of refusal; each feature lists its own in an enum. The enum constant's name is the stable code. Texts may
 * name facts in braces: {@code "only {left} left"}.
 */
public interface Problem {

    /** The stable code, such as COUPON_ALREADY_USED. */
    String name();

    /** The HTTP status, 400 to 599. */
    int status();

    /** The text for a Chinese reader. */
    String zh();

    /** The text for an English reader. */
    String en();

    /** This problem with facts given as name, value, name, value. */
    default ProblemException with(Object... facts) {
        return ProblemException.of(this, facts);
    }
}
