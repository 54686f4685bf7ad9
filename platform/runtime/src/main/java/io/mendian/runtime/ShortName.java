package io.mendian.runtime;

/** The name of a service in routes and answers: {@code member} for member-service. */
public final class ShortName {

    /** For {@code @Value} and for route patterns, which Spring resolves alike. */
    public static final String OF_SERVICE = "#{'${spring.application.name}'.replaceAll('-service$', '')}";

    private ShortName() {}
}
