package io.mendian.simulators.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Everything that happened, in order, append-only. An entry's kind is {@code thing.happening} and its data is the whole
 * thing as it is afterwards, so that reading the file again and keeping the last entry per thing restores the state.
 */
public final class Journal implements AutoCloseable {

    /** One line of the journal. */
    public record Entry(long seq, Instant at, String kind, JsonNode data) {}

    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final int KEPT_IN_MEMORY = 50_000;

    private final Clock clock;
    private final @Nullable Path file;
    private final Deque<Entry> recent = new ArrayDeque<>();
    private final Map<String, Consumer<Entry>> readers = new HashMap<>();
    private @Nullable Writer writer;
    private long seq;

    public Journal(Clock clock, @Nullable Path file) {
        this.clock = clock;
        this.file = file;
    }

    /** Says who restores things of a kind at a restart. */
    public <T> void restores(String thing, Class<T> type, Consumer<T> keep) {
        readers.put(thing, entry -> keep.accept(Json.MAPPER.treeToValue(entry.data, type)));
    }

    /** Reads the file of an earlier run, if there is one, and opens it for appending. */
    public synchronized void open() {
        if (file == null) {
            return;
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            String lead = "";
            if (Files.exists(file)) {
                try (var lines = Files.lines(file)) {
                    lines.forEach(this::restore);
                }
                lead = endsWithinALine() ? "\n" : "";
            }
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            writer.write(lead);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal " + file, e);
        }
    }

    public synchronized void add(String kind, Object data) {
        Entry entry = new Entry(++seq, clock.instant(), kind, Json.MAPPER.valueToTree(data));
        keep(entry);
        Writer out = writer;
        if (out != null) {
            try {
                out.write(Json.MAPPER.writeValueAsString(entry));
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the journal " + file, e);
            }
        }
    }

    /** Entries after {@code after} whose kind starts with {@code kind}, oldest first. */
    public synchronized List<Entry> entries(String kind, long after, int limit) {
        return recent.stream()
                .filter(e -> e.seq > after && e.kind.startsWith(kind))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void close() {
        Writer out = writer;
        writer = null;
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "journal not closed", e);
            }
        }
    }

    private void restore(String line) {
        Entry entry;
        try {
            entry = Json.MAPPER.readValue(line, Entry.class);
        } catch (JacksonException e) {
            // a process killed while writing leaves half a line behind; it was never answered
            LOG.log(System.Logger.Level.WARNING, "a broken line of the journal is skipped: " + line);
            return;
        }
        seq = Math.max(seq, entry.seq);
        keep(entry);
        Consumer<Entry> reader = readers.get(entry.kind.substring(0, entry.kind.indexOf('.')));
        if (reader != null) {
            reader.accept(entry);
        }
    }

    private void keep(Entry entry) {
        recent.addLast(entry);
        if (recent.size() > KEPT_IN_MEMORY) {
            recent.removeFirst();
        }
    }

    private boolean endsWithinALine() throws IOException {
        if (file == null || Files.size(file) == 0) {
            return false;
        }
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.READ)) {
            java.nio.ByteBuffer last = java.nio.ByteBuffer.allocate(1);
            int read = channel.read(last, channel.size() - 1);
            return read == 1 && last.get(0) != '\n';
        }
    }
}
