package io.mendian.simulation;

/** The process in which this thread ran is gone. An error, so that no code of a service takes it for a failure of its own. */
final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed() {
        super("killed", null, false, false);
    }
}
