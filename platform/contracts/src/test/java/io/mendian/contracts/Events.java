package io.mendian.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All classes of this module, found where they were compiled to. */
final class Events {

    private Events() {}

    /** Every record that is published. */
    static List<Class<?>> published() {
        return all().filter(type -> type.isAnnotationPresent(EventType.class)).toList();
    }

    /** Every record, also those that are parts of others. */
    static List<Class<?>> records() {
        return all().filter(Class::isRecord).toList();
    }

    static EventType typeOf(Class<?> event) {
        return event.getAnnotation(EventType.class);
    }

    private static Stream<Class<?>> all() {
        try {
            Path classes = Path.of(DomainEvent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files
                        .map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                        .sorted()
                        .toList()
                        .stream()
                        .map(Events::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replaceAll("\\.class$", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
