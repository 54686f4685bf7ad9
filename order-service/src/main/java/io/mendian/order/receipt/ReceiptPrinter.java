package io.mendian.order.receipt;

/** Whatever puts bytes on paper. */
public interface ReceiptPrinter {

    /** What became of a job. */
    enum Outcome {
        PRINTED,
        /** Nothing was sent: trying again prints no second receipt. */
        UNREACHABLE,
        NO_PAPER,
        /** It broke off: some of it may be on paper. */
        UNCERTAIN
    }

    Outcome print(PrinterAddress printer, byte[] job);
}
