package io.mendian.chain.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection between two programs that can be disturbed: listens on one port of 127.0.0.1 and passes every byte on to
 * another, or does not, as its {@link Trouble} says. Two virtual threads per connection.
 */
public final class Wire implements AutoCloseable {

    private static final int PIECE = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final String name;
    private final int target;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong carried = new AtomicLong();
    private volatile Trouble trouble = Trouble.NONE;

    /** {@code name}: for the log, such as {@code order-service>mariadb}. Port 0 takes a free one. */
    public Wire(String name, int port, int target) {
        this.name = name;
        this.target = target;
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot listen on " + port, e);
        }
        Thread.ofVirtual().name("wire " + name).start(this::accept);
    }

    public String name() {
        return name;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Bytes that passed, both ways. */
    public long carried() {
        return carried.get();
    }

    /** From now on this goes wrong, on connections there are and on new ones. */
    public void disturb(Trouble wanted) {
        boolean swallowed = !trouble.answers() || !trouble.requests();
        trouble = wanted;
        if (wanted.refuses() || (swallowed && wanted.equals(Trouble.NONE))) {
            // whoever still waits on a connection that lost bytes would wait for ever
            links.forEach(Link::reset);
        }
        synchronized (this) {
            notifyAll();
        }
    }

    public void heal() {
        disturb(Trouble.NONE);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        Link link = new Link(client, server);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            if (trouble.refuses()) {
                link.reset();
                return;
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            links.add(link);
            Thread.ofVirtual().start(() -> link.carry(client, server, true));
            link.carry(server, client, false);
        } catch (IOException e) {
            // nobody listens there: the client is told as without the wire
            link.reset();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::reset);
    }

    /** One connection: both of its halves. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private long answered;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void carry(Socket from, Socket to, boolean request) {
            byte[] piece = new byte[PIECE];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    pass(piece, read, out, request);
                }
                to.shutdownOutput();
            } catch (IOException e) {
                reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reset();
            } finally {
                if (client.isOutputShutdown() && server.isOutputShutdown()) {
                    reset();
                }
            }
        }

        private void pass(byte[] piece, int length, OutputStream out, boolean request)
                throws IOException, InterruptedException {
            awaitPassage(request);
            Trouble now = trouble;
            if (now.latencyMillis() > 0) {
                Thread.sleep(now.latencyMillis());
            }
            int passes = length;
            if (!request && now.cutAfter() >= 0) {
                passes = (int) Math.max(0, Math.min(length, now.cutAfter() - answered));
            }
            if (!request && now.bytesPerSecond() > 0) {
                trickle(piece, passes, out, now.bytesPerSecond());
            } else {
                out.write(piece, 0, passes);
            }
            carried.addAndGet(passes);
            answered += request ? 0 : passes;
            if (passes < length) {
                reset();
            }
        }

        private void trickle(byte[] piece, int length, OutputStream out, int perSecond)
                throws IOException, InterruptedException {
            int step = Math.max(1, perSecond / 10);
            for (int at = 0; at < length; at += step) {
                out.write(piece, at, Math.min(step, length - at));
                if (trouble.bytesPerSecond() > 0) {
                    Thread.sleep(1000L * step / perSecond);
                }
            }
        }

        private void awaitPassage(boolean request) throws InterruptedException {
            synchronized (Wire.this) {
                while (!(request ? trouble.requests() : trouble.answers())) {
                    Wire.this.wait();
                }
            }
        }

        /** As a cable that is cut: no farewell, and what was under way is lost. */
        void reset() {
            links.remove(this);
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException e) {
                    // it is gone already
                }
            }
        }
    }
}
