package io.mendian.supervisor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which every command finds the project and its state. The scripts set the first. */
final class Place {

    @Option(
            names = "--project",
            paramLabel = "FOLDER",
            defaultValue = "${env:MENDIAN_PROJECT:-.}",
            description = "The checked-out project.",
            hidden = true)
    Path project = Path.of(".");

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:MENDIAN_HOME}",
            description = "The state folder (default: .mendian in the project; environment: MENDIAN_HOME).")
    @Nullable
    Path home;

    Folders folders() {
        return new Folders(project, home == null ? project.resolve(".mendian") : home);
    }
}
