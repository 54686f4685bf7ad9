package io.mendian.supervisor.replay;

import java.time.LocalDate;

/** One line of the file. Its line number makes purchases of one customer on one day different. */
record Purchase(int line, String customer, LocalDate date, long pieces, long amountMinor) {

    /** The number of this sale at the old till. */
    String externalRef() {
        return customer + "-" + line;
    }
}
