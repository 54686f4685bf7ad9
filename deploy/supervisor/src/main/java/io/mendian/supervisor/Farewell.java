package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;

/** What {@code deploy/up} says at its end: addresses, logins, and three things to try. */
final class Farewell {

    private Farewell() {}

    static String text(Folders folders, PortPlan plan) throws IOException {
        String door = "http://127.0.0.1:" + plan.gateway();
        return """

                Front page, API documentation   %1$s/
                Simulated phones and WeChat     http://127.0.0.1:%2$d/
                %3$s
                %4$s

                Three things to try
                %5$s

                deploy/down stops everything; the data stays. The tour of README.md goes on from here.""".formatted(
                        door,
                        plan.of(Part.SIMULATORS),
                        headquarters(folders),
                        demoStaff(folders),
                        Files.exists(DemoLogins.file(folders)) ? withDemo(door) : withoutDemo(door));
    }

    private static String headquarters(Folders folders) throws IOException {
        return Files.exists(folders.firstLogin())
                ? "Headquarters                    hq / "
                        + Files.readString(folders.firstLogin()).strip()
                        + "   (for one use: change it, see README; kept in "
                        + folders.firstLogin() + ")"
                : "Headquarters                    hq, with the password you have set";
    }

    private static String demoStaff(Folders folders) throws IOException {
        if (!Files.exists(DemoLogins.file(folders))) {
            return "Demo stores                     none";
        }
        return "Demo stores, manager / clerk    (also in " + DemoLogins.file(folders) + ")\n"
                + Files.readString(DemoLogins.file(folders)).strip().indent(2).stripTrailing();
    }

    private static String withDemo(String door) {
        return """
                  1. Sell a tin of tea at the till of 徐汇精品店:
                     T=$(curl -s %1$s/store/v1/login -H 'Content-Type: application/json' -d '{"login":"xuhui-clerk","password":"%2$s"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
                     curl -s %1$s/store/v1/sales -H "Authorization: Bearer $T" -H 'Content-Type: application/json' -H "Idempotency-Key: $RANDOM$RANDOM$RANDOM" -d '{"lines":[{"barcode":"6900000000014","quantity":1}],"cash":{"receivedMinor":20000}}'
                  2. See what that did to the stock:
                     curl -s "%1$s/store/v1/stock?q=TEA-LJ" -H "Authorization: Bearer $T"
                  3. Ask all services whether their books balance:
                     deploy/verify""".formatted(door, DemoLogins.PASSWORD);
    }

    private static String withoutDemo(String door) {
        return """
                  1. Open %1$s/ and read what runs and what it offers.
                  2. curl -s %1$s/actuator/health
                  3. deploy/status shows memory and start times; deploy/verify asks whether all books balance.""".formatted(door);
    }
}
