package io.mendian.order.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A printer that takes its jobs raw over TCP (usually port 9100). It is asked for its paper first (DLE EOT 4); one that
 * does not answer that is trusted to have some.
 */
@Component
class NetworkPrinter implements ReceiptPrinter {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkPrinter.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int STATUS_MILLIS = 500;
    private static final byte[] ASK_PAPER = {0x10, 0x04, 4};
    private static final int PAPER_END = 0x60;

    @Override
    public Outcome print(PrinterAddress printer, byte[] job) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral(printer.host()), printer.port()), CONNECT_MILLIS);
            if (isOutOfPaper(socket)) {
                return Outcome.NO_PAPER;
            }
            return send(socket, job);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("printer {} is not there: {}", printer.text(), e.toString());
            return Outcome.UNREACHABLE;
        }
    }

    private static boolean isOutOfPaper(Socket socket) throws IOException {
        socket.setSoTimeout(STATUS_MILLIS);
        socket.getOutputStream().write(ASK_PAPER);
        socket.getOutputStream().flush();
        try {
            int status = socket.getInputStream().read();
            return status > 0 && (status & PAPER_END) == PAPER_END;
        } catch (SocketTimeoutException e) {
            return false; // many cheap ones never answer
        }
    }

    private static Outcome send(Socket socket, byte[] job) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(job);
            out.flush();
            socket.shutdownOutput();
            drain(socket.getInputStream());
            return Outcome.PRINTED;
        } catch (IOException e) {
            LOG.info("a printer broke off: {}", e.toString());
            return Outcome.UNCERTAIN;
        }
    }

    /** Waits a moment for the printer to close: a reset tells that it did not take all of it. */
    private static void drain(InputStream in) throws IOException {
        try {
            int more = in.read();
            while (more >= 0) {
                more = in.read();
            }
        } catch (SocketTimeoutException e) {
            LOG.debug("the printer keeps the connection open");
        }
    }
}
