package io.mendian.supervisor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An executable jar laid out for a quick start: a plain class path, as start caches need one. The libraries, which most parts share,
 * are kept once, under names that hold their checksum, so that a file never changes beneath a running JVM.
 */
record AppFiles(List<Path> classPath, String mainClass, String content) {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String INDEX = "BOOT-INF/classpath.idx";

    /** Unpacks the jar below {@code apps} unless the same content is already there. */
    static AppFiles unpack(String name, Path jar, Path apps) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String mainClass =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Start-Class");
            if (manifest == null || mainClass == null) {
                throw new CommandFailure(jar + " is not an executable jar. Build it again: mvn -DskipTests package");
            }
            String content = content(file);
            Path own = apps.resolve(name).resolve(name + "-" + content + ".jar");
            List<Path> classPath = new ArrayList<>();
            classPath.add(own);
            for (String library : libraries(file)) {
                classPath.add(unpackLibrary(file, library, apps.resolve("lib")));
            }
            if (!Files.exists(own)) {
                removeEarlierBuilds(apps.resolve(name));
                writeOwnClasses(file, manifest, own);
            }
            return new AppFiles(List.copyOf(classPath), mainClass, content);
        } catch (IOException e) {
            throw new CommandFailure("Cannot unpack " + jar + " into " + apps + ": " + e.getMessage(), e);
        }
    }

    /** A checksum over names and checksums of all entries: the same for two builds of the same sources. */
    private static String content(JarFile file) {
        CRC32 sum = new CRC32();
        long size = 0;
        for (JarEntry entry : file.stream().toList()) {
            sum.update(
                    (entry.getName() + ":" + entry.getCrc() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            size += entry.getSize();
        }
        return HexFormat.of().toHexDigits(sum.getValue() << 32 | size & 0xffffffffL);
    }

    /** In the order in which the build put them on the class path. */
    private static List<String> libraries(JarFile file) throws IOException {
        JarEntry index = file.getJarEntry(INDEX);
        if (index == null) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .toList();
        }
        try (InputStream in = file.getInputStream(index)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("^- \"|\"$", ""))
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static Path unpackLibrary(JarFile file, String library, Path folder) throws IOException {
        JarEntry entry = file.getJarEntry(library);
        if (entry == null) {
            throw new IOException("the jar's index names " + library + ", which is not in it");
        }
        String name = Path.of(library).getFileName().toString().replaceFirst("\\.jar$", "");
        Path target = folder.resolve(name + "-" + HexFormat.of().toHexDigits((int) entry.getCrc()) + ".jar");
        if (!Files.exists(target)) {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, name, ".part");
            try (InputStream in = file.getInputStream(entry)) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private static void writeOwnClasses(JarFile file, Manifest manifest, Path own) throws IOException {
        Files.createDirectories(own.getParent());
        Path partial = own.resolveSibling("own.part");
        Manifest plain = new Manifest(manifest);
        plain.getMainAttributes().remove(Attributes.Name.MAIN_CLASS);
        try (JarOutputStream out =
                new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)), plain)) {
            // deflating again would cost more at every start than it saves on disk
            out.setLevel(0);
            for (JarEntry entry : file.stream().toList()) {
                // folders too: Spring finds a package's classes through the entry of its folder
                if (entry.getName().startsWith(CLASSES) && entry.getName().length() > CLASSES.length()) {
                    out.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                    try (InputStream in = file.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
        Files.move(partial, own, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeEarlierBuilds(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
