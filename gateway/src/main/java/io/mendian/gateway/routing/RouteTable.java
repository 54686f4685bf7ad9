package io.mendian.gateway.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the service that answers a path, segment by segment, so that a look-up costs the same with ten routes as with ten
 * thousand. A literal segment wins over a placeholder. Two services that claim one path are refused at the start.
 */
public final class RouteTable {

    private static final String PLACEHOLDER = "{}";

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private @Nullable String service;
        private @Nullable String template;
    }

    private final Node root = new Node();
    private final Map<String, Set<String>> pathsByService = new TreeMap<>();

    /** Adds a path template such as {@code /app/v1/orders/{id}}. */
    public void add(String template, String service) {
        Node node = root;
        for (String segment : segments(template)) {
            String name = segment.startsWith("{") ? PLACEHOLDER : segment;
            node = node.children.computeIfAbsent(name, any -> new Node());
        }
        if (node.service != null && !node.service.equals(service)) {
            throw new IllegalStateException(template + " is claimed by " + node.service + " and by " + service);
        }
        node.service = service;
        node.template = template;
        pathsByService.computeIfAbsent(service, any -> new HashSet<>()).add(template);
    }

    /** The service of a concrete path, or null when nobody answers it. */
    public @Nullable String serviceOf(String path) {
        Node found = find(root, segments(path), 0);
        return found == null ? null : found.service;
    }

    /** The template of a concrete path, or null when nobody answers it. */
    public @Nullable String templateOf(String path) {
        Node found = find(root, segments(path), 0);
        return found == null ? null : found.template;
    }

    public Map<String, Set<String>> paths() {
        return pathsByService;
    }

    private static @Nullable Node find(Node node, String[] segments, int at) {
        if (at == segments.length) {
            return node.service == null ? null : node;
        }
        Node literal = node.children.get(segments[at]);
        Node found = literal == null ? null : find(literal, segments, at + 1);
        if (found != null) {
            return found;
        }
        Node placeholder = node.children.get(PLACEHOLDER);
        return placeholder == null || segments[at].isEmpty() ? null : find(placeholder, segments, at + 1);
    }

    private static String[] segments(String path) {
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        return trimmed.split("/", -1);
    }
}
