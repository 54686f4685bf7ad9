package io.mendian.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes small executable jars of the shape that the build makes. */
final class BootJar {

    private BootJar() {}

    static Path write(Path jar, Class<?> main, Map<String, String> libraries) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), main.getName());
        String path = main.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream own = main.getClassLoader().getResourceAsStream(path)) {
            add(out, "BOOT-INF/classes/" + path, own.readAllBytes());
            StringBuilder index = new StringBuilder();
            for (Map.Entry<String, String> library : libraries.entrySet()) {
                add(out, "BOOT-INF/lib/" + library.getKey(), library(library.getValue()));
                index.append("- \"BOOT-INF/lib/").append(library.getKey()).append("\"\n");
            }
            add(out, "BOOT-INF/classpath.idx", index.toString().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static byte[] library(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            JarEntry entry = new JarEntry("note.txt");
            entry.setTime(0);
            out.putNextEntry(entry);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
