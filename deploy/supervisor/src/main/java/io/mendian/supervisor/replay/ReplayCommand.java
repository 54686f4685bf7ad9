package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Folders;
import io.mendian.supervisor.Operator;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/replay}. */
@Command(
        name = "replay",
        customSynopsis = "deploy/replay FILE [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes over the purchases of a file as the history of an old till, through the gateway's public API: members first, then"
                    + " every sale with its own date and amount. Then it prints members, orders, pieces, revenue, months and the RFM table"
                    + " as the platform answers them beside the same figures computed from the file. Exit code 1 when one differs.",
            "Each line of the file is 'customer yyyyMMdd pieces amount'; a header line, CRLF and amounts of 0.00 are fine.",
            "A run that was stopped goes on where it was; nothing is counted twice, however often it runs.",
            "The chain must trade in the file's currency: MENDIAN_CURRENCY=USD deploy/up"
        })
public final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The purchases.")
    Path file = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:MENDIAN_URL:-}",
            description = "The gateway (default: http://127.0.0.1:PORT; environment: MENDIAN_URL).")
    String url = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:MENDIAN_UP_PORT}",
            description =
                    "The gateway's port on this machine (default: that of the chain started here, else 8080; environment: MENDIAN_UP_PORT).")
    @Nullable
    Integer port;

    @Option(
            names = "--login",
            paramLabel = "NAME",
            defaultValue = Operator.LOGIN,
            description = "Headquarters' login (default: the commands' own account).")
    String login = Operator.LOGIN;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:MENDIAN_HQ_PASSWORD}",
            description =
                    "Its password. Without it: the one that an earlier command kept in the state folder, or the one-time password of the"
                            + " first start, which is then changed. Environment: MENDIAN_HQ_PASSWORD.")
    @Nullable
    String password;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:MENDIAN_HQ_TOKEN}",
            description = "An access token instead of login and password. Environment: MENDIAN_HQ_TOKEN.")
    @Nullable
    String token;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "cdnow",
            description =
                    "The name of the old till: numbers of customers and sales are unique within it (default: cdnow).")
    String source = "cdnow";

    @Option(
            names = "--store",
            paramLabel = "CODE",
            defaultValue = "CDNOW",
            description = "The store that sold; opened when there is none with this code (default: CDNOW).")
    String store = "CDNOW";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/New_York",
            description = "Its time zone, when it is opened (default: America/New_York).")
    String zone = "America/New_York";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "${env:MENDIAN_CURRENCY:-USD}",
            description = "The currency of the file (default: USD; environment: MENDIAN_CURRENCY).")
    String currency = "USD";

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "The analysis date of the RFM table, yyyy-MM-dd (default: the last date in the file).")
    @Nullable
    String at;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How long a service may be away, or the reports stand still, before the command gives up (default: 120).")
    int patience = 120;

    @Option(names = "--project", hidden = true, defaultValue = "${env:MENDIAN_PROJECT:-.}")
    Path project = Path.of(".");

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:MENDIAN_HOME}",
            description = "The state folder (default: .mendian in the project; environment: MENDIAN_HOME).")
    @Nullable
    Path home;

    private final PrintStream out;

    public ReplayCommand() {
        this(System.out);
    }

    ReplayCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        int digits = digits();
        PurchaseFile purchases = PurchaseFile.read(file, digits);
        LocalDate analysis = analysisDate(purchases);
        Path state = home == null ? project.resolve(".mendian") : home;
        Login signIn = new Login(login, token, password, state);
        URI door = URI.create(url.isBlank() ? "http://127.0.0.1:" + doorPort(state) : url);
        try (Headquarters hq = new Headquarters(door, signIn, Duration.ofSeconds(patience))) {
            PlatformFigures reports = handOver(hq, purchases, state);
            return compare(hq, reports, purchases, analysis, digits);
        }
    }

    private int doorPort(Path state) {
        return port != null
                ? port
                : Operator.gatewayPort(new Folders(project, state)).orElse(8080);
    }

    private PlatformFigures handOver(Headquarters hq, PurchaseFile purchases, Path state) {
        Checkpoint checkpoint = Checkpoint.open(state.resolve("replay"), source, purchases.fingerprint());
        long there = hq.get("/hq/v1/history/sales/summary?source=" + source)
                .path("sales")
                .asLong();
        if (there < checkpoint.sales() || (there == 0 && checkpoint.store() != null)) {
            out.println(
                    "The chain knows less than an earlier run had done (was it reset?); starting from the beginning.");
            checkpoint.clear();
        }
        Path run = state.resolve("run");
        ProcessorTime before = ProcessorTime.now(run);
        Handover handover = new Handover(hq, checkpoint, source, currency, out);
        String storeId = handover.store(store, zone);
        Map<String, String> members = handover.members(purchases.customers(), storeId);
        long began = System.nanoTime();
        double rate = handover.sales(purchases.purchases(), members, storeId);
        PlatformFigures reports = new PlatformFigures(hq, storeId, purchases.firstDate(), purchases.lastDate(), out);
        double waited = reports.await(purchases.purchases().size(), Duration.ofSeconds(patience));
        double seconds = (System.nanoTime() - began) / 1e9;
        long sold = purchases.purchases().size()
                - Math.min(there, purchases.purchases().size());
        if (sold > 0) {
            out.printf(
                    Locale.ROOT,
                    "Taken over at %,.0f sales a second; the reports were complete %.1f s later (%,.0f a second in all).%n",
                    rate,
                    waited,
                    sold / seconds);
        }
        processors(ProcessorTime.now(run).since(before), sold);
        return reports;
    }

    private void processors(ProcessorTime used, long sold) {
        if (sold > 0 && !used.byPart().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "Processor time per order, members included: %.2f ms (",
                    used.total().toMillis() / (double) sold);
            used.byPart()
                    .forEach(
                            (part, time) -> out.printf(Locale.ROOT, " %s %.2f", part, time.toMillis() / (double) sold));
            out.println(" )");
        }
    }

    private int compare(
            Headquarters hq, PlatformFigures reports, PurchaseFile purchases, LocalDate analysis, int digits) {
        out.println("Analysis date " + analysis + ", amounts in " + currency);
        Figures fromFile = Figures.of(purchases, analysis);
        Comparison comparison = new Comparison(out, digits);
        comparison.print(reports.read(analysis), fromFile);
        var till = hq.get("/hq/v1/history/sales/summary?source=" + source);
        out.printf(Locale.ROOT, "%nThe record of the takeover itself%n");
        comparison.count("members", till.path("members").asLong(), fromFile.members());
        comparison.count("sales", till.path("sales").asLong(), fromFile.orders());
        comparison.count("pieces", till.path("pieces").asLong(), fromFile.pieces());
        comparison.money("amount", till.path("amountMinor").asLong(), fromFile.revenueMinor());
        out.println(
                comparison.differences() == 0
                        ? "\nEvery figure is equal."
                        : "\n" + comparison.differences() + " figures differ.");
        return comparison.differences() == 0 ? 0 : 1;
    }

    private int digits() {
        try {
            return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("There is no currency " + currency + ".", e);
        }
    }

    private LocalDate analysisDate(PurchaseFile purchases) {
        try {
            return at == null ? purchases.lastDate() : LocalDate.parse(at);
        } catch (DateTimeParseException e) {
            throw new CommandFailure("--at is a date such as 1998-06-30, not " + at + ".", e);
        }
    }
}
