package io.mendian.order.receipt.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.TypedId;
import io.mendian.order.receipt.Paper;
import io.mendian.order.receipt.PrintReceipt;
import io.mendian.order.receipt.PrinterAddress;
import io.mendian.order.receipt.Receipt;
import io.mendian.order.receipt.ReceiptFiles;
import io.mendian.order.receipt.Receipts;
import io.mendian.order.receipt.SetPrinter;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receipts as data, page, picture and printer language, and their printing. */
@RestController
class ReceiptController {

    private static final String PAPER = "paper: 58 (32 columns) or 80 (48 columns) millimetres.";

    private final Receipts receipts;
    private final ReceiptFiles files;
    private final PrintReceipt printReceipt;
    private final SetPrinter setPrinter;

    ReceiptController(Receipts receipts, ReceiptFiles files, PrintReceipt printReceipt, SetPrinter setPrinter) {
        this.receipts = receipts;
        this.files = files;
        this.printReceipt = printReceipt;
        this.setPrinter = setPrinter;
    }

    record PrintRequest(
            @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId,
            @Nullable Boolean drawer) {}

    record PrinterRequest(
            @NotBlank String host,
            @Min(1) @Max(65_535) int port,
            @Min(58) @Max(80) int paperMillimetres) {}

    @Operation(
            summary = "Receipt of an order, as data and as text",
            description =
                    "Store, lines with the name of each discount, tenders, change, points; amounts in fen. " + PAPER)
    @GetMapping("/store/v1/orders/{id}/receipt")
    @Allow(Right.ORDERS_READ)
    Receipt ofOrder(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return receipts.ofOrder(OrderId.of(id), Paper.of(paper), caller);
    }

    @Operation(summary = "Receipt of one of my orders", description = PAPER)
    @GetMapping("/app/v1/orders/{id}/receipt")
    @Allow
    Receipt mine(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return receipts.ofOrder(OrderId.of(id), Paper.of(paper), caller);
    }

    @Operation(summary = "Receipt of an order as a page", description = PAPER)
    @GetMapping(path = "/store/v1/orders/{id}/receipt/html", produces = "text/html;charset=UTF-8")
    @Allow(Right.ORDERS_READ)
    ResponseEntity<String> html(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return page(ofOrder(id, paper, caller), paper);
    }

    @Operation(summary = "Receipt of one of my orders as a page", description = PAPER)
    @GetMapping(path = "/app/v1/orders/{id}/receipt/html", produces = "text/html;charset=UTF-8")
    @Allow
    ResponseEntity<String> myHtml(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return page(mine(id, paper, caller), paper);
    }

    @Operation(
            summary = "Receipt of an order as a picture (PNG)",
            description = PAPER + " Errors: 409 RECEIPT_FONT_MISSING where the server has no Chinese font")
    @GetMapping(path = "/store/v1/orders/{id}/receipt/png", produces = MediaType.IMAGE_PNG_VALUE)
    @Allow(Right.ORDERS_READ)
    byte[] png(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return files.png(ofOrder(id, paper, caller), Paper.of(paper));
    }

    @Operation(summary = "Receipt of one of my orders as a picture (PNG)", description = PAPER)
    @GetMapping(path = "/app/v1/orders/{id}/receipt/png", produces = MediaType.IMAGE_PNG_VALUE)
    @Allow
    byte[] myPng(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return files.png(mine(id, paper, caller), Paper.of(paper));
    }

    @Operation(
            summary = "Receipt of an order for a printer (ESC/POS, GBK)",
            description = "For a till that talks to its printer itself. " + PAPER)
    @GetMapping(path = "/store/v1/orders/{id}/receipt/escpos", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Allow(Right.ORDERS_READ)
    byte[] escPos(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return files.escPos(ofOrder(id, paper, caller), Paper.of(paper), false);
    }

    @Operation(summary = "Receipt of a refund, as data and as text", description = PAPER)
    @GetMapping("/store/v1/refunds/{id}/receipt")
    @Allow(Right.ORDERS_READ)
    Receipt ofRefund(@PathVariable long id, @RequestParam(defaultValue = "58") int paper, Caller caller) {
        return receipts.ofRefund(id, Paper.of(paper), caller);
    }

    @Operation(
            summary = "Print the receipt of an order",
            description =
                    "At the printer of the till (left out: the default till). copy 0 is the original; later prints"
                            + " are counted and marked. drawer opens the cash drawer with the original. Errors: 409"
                            + " PRINTER_NOT_SET, PRINTER_UNREACHABLE, PRINTER_NO_PAPER, PRINT_UNCERTAIN, RECEIPT_NOT_READY")
    @PostMapping("/store/v1/orders/{id}/receipt/prints")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    PrintReceipt.Printed print(
            @PathVariable long id, @Valid @RequestBody PrintRequest request, Caller caller, OperationId operation) {
        boolean drawer = Boolean.TRUE.equals(request.drawer);
        var command = new PrintReceipt.Command(id, false, request.tillId, drawer);
        return printReceipt.print(operation.value(), command, caller);
    }

    @Operation(summary = "Print the receipt of a refund", description = "As for an order.")
    @PostMapping("/store/v1/refunds/{id}/receipt/prints")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    PrintReceipt.Printed printRefund(
            @PathVariable long id, @Valid @RequestBody PrintRequest request, Caller caller, OperationId operation) {
        boolean drawer = Boolean.TRUE.equals(request.drawer);
        return printReceipt.print(
                operation.value(), new PrintReceipt.Command(id, true, request.tillId, drawer), caller);
    }

    @Operation(
            summary = "Tell a till its network printer",
            description =
                    "host: a private IPv4 address; port: 9100 to 9109 unless set otherwise; paperMillimetres 58 or"
                            + " 80. Errors: 400 PRINTER_ADDRESS_REFUSED")
    @PutMapping("/store/v1/tills/{id}/printer")
    @Allow(Right.ORDERS_REFUND_APPROVE)
    PrinterAddress printer(@PathVariable long id, @Valid @RequestBody PrinterRequest request, Caller caller) {
        Paper ignored = Paper.of(request.paperMillimetres);
        return setPrinter.set(
                caller.requireStore(),
                Long.toString(id),
                new PrinterAddress(request.host, request.port, request.paperMillimetres));
    }

    private ResponseEntity<String> page(Receipt receipt, int paper) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(files.html(receipt, Paper.of(paper)));
    }
}
