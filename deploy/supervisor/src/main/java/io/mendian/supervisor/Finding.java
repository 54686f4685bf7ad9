package io.mendian.supervisor;

import java.util.Locale;

/** One result of an examination. What is not well names its fix. */
record Finding(Grade grade, String subject, String what, String fix) {

    enum Grade {
        /** Nothing to do. */
        OK,
        /** Works, but worse than it could. */
        NOTE,
        /** The chain will not start or not run rightly. */
        FIX
    }

    static Finding ok(String subject, String what) {
        return new Finding(Grade.OK, subject, what, "");
    }

    static Finding note(String subject, String what, String fix) {
        return new Finding(Grade.NOTE, subject, what, fix);
    }

    static Finding fix(String subject, String what, String fix) {
        return new Finding(Grade.FIX, subject, what, fix);
    }

    String line() {
        String first =
                String.format(Locale.ROOT, "%-5s %-10s %s", grade.name().toLowerCase(Locale.ROOT), subject, what);
        return fix.isEmpty() ? first : first + "\n                 -> " + fix;
    }
}
