package io.mendian.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback address: which are free, and who holds the others. */
public final class Ports {

    private static final String LISTENING = "0A";
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    private Ports() {}

    /**
     * A port that was free a moment ago, from below the range out of which the system serves outgoing connections: a port of that range
     * could be taken by anybody's connection before our server binds it.
     */
    public static int free() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
            if (!isTaken(port)) {
                return port;
            }
        }
        throw new ServerFailure("No free port on 127.0.0.1 between " + LOWEST_FREE + " and " + HIGHEST_FREE + ".");
    }

    /** Whether somebody listens on this port, on the loopback address or on all addresses. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // on Linux this ignores connections in TIME_WAIT, but not a listener
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** The process that listens on this port, as far as /proc lets us see ("pid 4711, java -jar shop.jar"). */
    public static Optional<String> holder(int port) {
        for (String table : new String[] {"tcp", "tcp6"}) {
            Optional<String> inode = listeningInode(Path.of("/proc/net", table), port);
            if (inode.isPresent()) {
                return processWithSocket(inode.get());
            }
        }
        return Optional.empty();
    }

    private static InetAddress loopback() {
        return new InetSocketAddress("127.0.0.1", 0).getAddress();
    }

    private static Optional<String> listeningInode(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && LISTENING.equals(fields[3]))
                    .map(fields -> fields[9])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> processWithSocket(String inode) {
        String wanted = "socket:[" + inode + "]";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, wanted)) {
                    return Optional.of("pid " + process.getFileName() + ", " + commandLine(process));
                }
            }
        } catch (IOException e) {
            // no /proc: the port is reported without its holder
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String wanted) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (wanted.equals(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | RuntimeException e) {
            // another user's process, or one that ended meanwhile
        }
        return false;
    }

    private static String commandLine(Path process) {
        try {
            String command = Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
            if (command.length() <= 100) {
                return command;
            }
            // the program's name is at the beginning, what it runs (for a JVM) at the end
            String program = command.replaceFirst("^(?:\\S*/)?(\\S+).*$", "$1");
            return program + " … " + command.substring(command.length() - 80);
        } catch (IOException e) {
            return "command unknown";
        }
    }
}
