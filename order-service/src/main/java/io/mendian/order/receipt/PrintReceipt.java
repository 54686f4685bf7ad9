package io.mendian.order.receipt;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.shift.Till;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Prints a receipt at a till's printer. The first print is the original; every further one is counted and says that it is
 * a copy. A print that sent nothing does not count. Talks to the printer outside of any transaction.
 */
@UseCase
public class PrintReceipt {

    private final Receipts receipts;
    private final OrderQueries orders;
    private final Tills tills;
    private final Prints prints;
    private final ReceiptPrinter printer;

    PrintReceipt(Receipts receipts, OrderQueries orders, Tills tills, Prints prints, ReceiptPrinter printer) {
        this.receipts = receipts;
        this.orders = orders;
        this.tills = tills;
        this.prints = prints;
        this.printer = printer;
    }

    /** What was printed: 0 the original, else the number of the copy. */
    public record Printed(int copy, String printer) {}

    /**
     * What is to be printed.
     *
     * @param refund the subject is a refund, otherwise an order
     * @param drawer open the cash drawer
     */
    public record Command(
            long subject, boolean refund, @Nullable String tillId, boolean drawer) {}

    /** {@code operation} is the same for every try of one request, which prints once unless nothing was sent. */
    public Printed print(long operation, Command command, Caller caller) {
        StoreId store = caller.requireStore();
        Till till = tills.require(store, command.tillId());
        if (command.refund()) {
            receipts.requireRefund(command.subject(), caller);
        } else {
            Receipts.requirePaid(orders.require(OrderId.of(command.subject()), caller));
        }
        PrinterAddress address = prints.printerOf(Long.parseLong(till.tillId()))
                .orElseThrow(() -> ReceiptProblem.PRINTER_NOT_SET.with("till", till.name()));
        Paper paper = Paper.of(address.paperMillimetres());
        Receipt receipt = command.refund()
                ? receipts.ofRefund(command.subject(), paper, caller)
                : receipts.ofOrder(OrderId.of(command.subject()), paper, caller);
        StaffId by = caller.staffId();
        int copy = prints.begin(operation, command.subject(), Long.parseLong(till.tillId()), by);
        ReceiptPrinter.Outcome outcome =
                printer.print(address, EscPos.of(receipt.asCopy(copy), paper, command.drawer() && copy == 0));
        prints.ended(operation, outcome);
        return switch (outcome) {
            case PRINTED -> new Printed(copy, address.text());
            case UNREACHABLE -> throw ReceiptProblem.PRINTER_UNREACHABLE.with("printer", address.text());
            case NO_PAPER -> throw ReceiptProblem.PRINTER_NO_PAPER.with("printer", address.text());
            case UNCERTAIN -> throw ReceiptProblem.PRINT_UNCERTAIN.with("printer", address.text());
        };
    }
}
