package io.mendian.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Unpacks a server's files from the class path into a folder that all runs of this user share, once per version. Unpacking goes to
 * a folder of its own and is moved into place at the end, so that a kill in the middle leaves nothing half done.
 */
final class Software {

    private Software() {}

    /** The shared folder: {@code MENDIAN_CACHE}, else {@code XDG_CACHE_HOME/mendian}, else {@code ~/.cache/mendian}. */
    static Path cache() {
        return Optional.ofNullable(System.getenv("MENDIAN_CACHE"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(home -> Path.of(home, "mendian")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "mendian"))
                .toAbsolutePath();
    }

    /** How one piece of software gets into an empty folder. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** The folder {@code cache()/name}, filled by {@code unpacking} if it is not there yet. Safe against parallel callers. */
    static Path unpacked(String name, Unpacking unpacking) {
        Path target = cache().resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(cache());
            Path lock = cache().resolve(name + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(target)) {
                    Path partial = cache().resolve(name + ".part");
                    FileTrees.delete(partial);
                    Files.createDirectories(partial);
                    unpacking.into(partial);
                    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return target;
        } catch (IOException e) {
            throw new ServerFailure("Cannot unpack " + name + " into " + cache() + ": " + e.getMessage(), e);
        }
    }

    /** Copies the named files below {@code prefix}; a name that ends in a slash means the folder with all it holds. */
    static void copyResources(String prefix, Collection<String> names, Path folder) throws IOException {
        URL anchor = resource(prefix + names.iterator().next());
        if (!(anchor.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(prefix + " is not in a jar");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> !entry.isDirectory() && isWanted(entry.getName(), prefix, names))
                    .toList();
            for (JarEntry entry : entries) {
                Path file = folder.resolve(entry.getName().substring(prefix.length()))
                        .normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("Refusing an entry outside its folder: " + entry.getName());
                }
                Files.createDirectories(parent(file));
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    static void copyResource(String name, Path file) throws IOException {
        try (InputStream in = resource(name).openStream()) {
            Files.createDirectories(parent(file));
            Files.copy(in, file);
        }
    }

    static String readResource(String name) {
        try (InputStream in = resource(name).openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + name + " from the class path: " + e.getMessage(), e);
        }
    }

    static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }

    private static boolean isWanted(String entry, String prefix, Collection<String> names) {
        return entry.startsWith(prefix)
                && names.stream()
                        .anyMatch(name ->
                                name.endsWith("/") ? entry.startsWith(prefix + name) : entry.equals(prefix + name));
    }

    private static URL resource(String name) throws IOException {
        URL url = Software.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new IOException(name + " is not on the class path");
        }
        return url;
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
