package io.mendian.supervisor;

import io.mendian.embedded.ServerFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entrance of all commands; the scripts in {@code deploy/} call it. */
@Command(
        name = "mendian",
        description = "Runs a chain on this machine.",
        mixinStandardHelpOptions = true,
        version = "Mendian 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
            io.mendian.supervisor.replay.ReplayCommand.class
        })
public final class Mendian implements Runnable {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] args) {
        // a pipe or a terminal without a locale would otherwise get question marks for 门店
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Mendian())
                .setUsageHelpAutoWidth(true)
                // a flag given again wins, so that scripts may have defaults
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler((mistake, words) -> misuse(mistake))
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure));
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int misuse(CommandLine.ParameterException mistake) {
        System.err.println(mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                mistake, new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.err.println("deploy/" + mistake.getCommandLine().getCommandName() + " --help lists what there is.");
        return 2;
    }

    private static int report(Exception failure) throws Exception {
        if (failure instanceof CommandFailure || failure instanceof ServerFailure) {
            System.err.println("\n" + failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
