package io.mendian.simulators.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A receipt printer that takes jobs raw over TCP. It answers the question for paper (DLE EOT 4), reads ESC/POS with GBK
 * text, and keeps what would be on paper.
 */
public final class ReceiptPrinter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ReceiptPrinter.class.getName());
    private static final int PAPER_THERE = 0x12;
    private static final int PAPER_END = 0x72;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<PrintedPage> pages = new CopyOnWriteArrayList<>();
    private volatile boolean empty;
    private volatile int breaksAfter = -1;

    private ReceiptPrinter(ServerSocket server) {
        this.server = server;
    }

    /** Listens on an address; port 0 takes a free one. */
    public static ReceiptPrinter start(String address, int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            ReceiptPrinter printer = new ReceiptPrinter(server);
            printer.threads.submit(printer::accept);
            return printer;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address + ":" + port, e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What was printed, oldest first. */
    public List<PrintedPage> pages() {
        return List.copyOf(pages);
    }

    /** Takes the paper out, or puts it in again. */
    public void isOutOfPaper(boolean out) {
        empty = out;
    }

    /** Breaks the connection after so many bytes of a job; -1 never. */
    public void breaksAfter(int bytes) {
        breaksAfter = bytes;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing", e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "no more jobs", e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream job = new ByteArrayOutputStream();
            int one = in.read();
            while (one >= 0) {
                if (one == 0x10 && job.size() == 0) {
                    skip(in);
                    socket.getOutputStream().write(empty ? PAPER_END : PAPER_THERE);
                } else {
                    job.write(one);
                }
                if (breaksAfter >= 0 && job.size() > breaksAfter) {
                    socket.setSoLinger(true, 0); // a reset, as when somebody pulls the plug
                    return;
                }
                one = in.read();
            }
            if (job.size() > 0) {
                pages.add(PrintedPage.of(job.toByteArray()));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a job broke off", e);
        }
    }

    /** The two bytes after DLE that say what is asked. */
    private static void skip(InputStream in) throws IOException {
        int eot = in.read();
        int what = in.read();
        LOG.log(System.Logger.Level.DEBUG, "asked {0} {1}", eot, what);
    }
}
