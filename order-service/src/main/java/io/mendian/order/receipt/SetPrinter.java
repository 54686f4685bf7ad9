package io.mendian.order.receipt;

import io.mendian.kernel.StoreId;
import io.mendian.order.shift.Till;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.persistence.UseCase;
import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a till its network printer. Only private addresses and the printers' ports: this service connects to whatever is
 * written here, so it must not become a way into the machine room.
 */
@UseCase
public class SetPrinter {

    private final Tills tills;
    private final Prints prints;
    private final int firstPort;
    private final int lastPort;

    SetPrinter(
            Tills tills,
            Prints prints,
            @Value("${mendian.till.printer-first-port:9100}") int firstPort,
            @Value("${mendian.till.printer-last-port:9109}") int lastPort) {
        this.tills = tills;
        this.prints = prints;
        this.firstPort = firstPort;
        this.lastPort = lastPort;
    }

    @Transactional
    public PrinterAddress set(StoreId store, String tillId, PrinterAddress printer) {
        Till till = tills.require(store, tillId);
        boolean port = printer.port() >= firstPort && printer.port() <= lastPort;
        if (!port || !isPrivate(printer.host())) {
            throw ReceiptProblem.PRINTER_ADDRESS_REFUSED.with("ports", firstPort + "-" + lastPort);
        }
        prints.keep(Long.parseLong(till.tillId()), printer);
        return printer;
    }

    private static boolean isPrivate(String host) {
        if (!host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return false;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return address.isSiteLocalAddress() || address.isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
