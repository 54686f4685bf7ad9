package io.mendian.member.notice;

import java.time.Duration;

/** What became of a message. Reasons are codes of ours and of providers, never what is personal. */
public sealed interface SendOutcome {

    /** It was taken. */
    record Sent() implements SendOutcome {}

    /** This member cannot be reached so: he allowed no message, or has no address here. */
    record NotAllowed(String reason) implements SendOutcome {}

    /** The message itself is refused, for everybody: the chain has set it up wrongly. */
    record Refused(String reason) implements SendOutcome {}

    /** It was surely not taken; worth another try, not before {@code pause}. */
    record Later(String reason, Duration pause) implements SendOutcome {}

    /** It was sent and no answer came. */
    record Unknown(String reason) implements SendOutcome {}
}
