package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The account by which the commands of this folder act for headquarters. It is made with the one-time password of the first
 * start; headquarters then gets a new one-time password of its own, which nobody has used.
 */
public final class Operator {

    public static final String LOGIN = "operator";
    private static final String LOGIN_ROUTE = "/hq/v1/login";

    private final Folders folders;
    private final int port;

    public Operator(Folders folders, int gatewayPort) {
        this.folders = folders;
        this.port = gatewayPort;
    }

    /** Where the gateway of the chain that was started in these folders listens; nothing when none was. */
    public static Optional<Integer> gatewayPort(Folders folders) {
        return RunRecord.read(folders.run(), Part.GATEWAY.title()).map(RunRecord::port);
    }

    /** The file that holds the operator's password, for the owner of the folder only. */
    public static Path passwordFile(Folders folders) {
        return folders.home().resolve("operator.txt");
    }

    /** Makes the account on the first start; later it does nothing. */
    public static void ensure(Folders folders, int gatewayPort) throws IOException {
        new Operator(folders, gatewayPort).ensure();
    }

    void ensure() throws IOException {
        if (Files.exists(passwordFile(folders)) || !Files.exists(folders.firstLogin())) {
            return;
        }
        GatewayClient door = GatewayClient.at(port);
        String once = Files.readString(folders.firstLogin()).strip();
        String temporary = password();
        JsonNode first = door.post(LOGIN_ROUTE, Map.of("login", "hq", "password", once));
        String hqId = first.path("staffId").asString();
        JsonNode changed = door.as(first.path("accessToken").asString())
                .post("/hq/v1/login/password", Map.of("currentPassword", once, "newPassword", temporary));
        keep(folders.firstLogin(), temporary);
        GatewayClient hq = changed.path("accessToken").isString()
                ? door.as(changed.path("accessToken").asString())
                : door.signedIn(LOGIN_ROUTE, Map.of("login", "hq", "password", temporary));
        String hired = hq.post("/hq/v1/staff", Map.of("name", "运维", "role", "HQ_ADMIN", "login", LOGIN))
                .path("oneTimePassword")
                .asString();
        String chosen = password();
        JsonNode signedIn = door.post(LOGIN_ROUTE, Map.of("login", LOGIN, "password", hired));
        JsonNode done = door.as(signedIn.path("accessToken").asString())
                .post("/hq/v1/login/password", Map.of("currentPassword", hired, "newPassword", chosen));
        keep(passwordFile(folders), chosen);
        GatewayClient operator = done.path("accessToken").isString()
                ? door.as(done.path("accessToken").asString())
                : signIn();
        String fresh = operator.post("/hq/v1/staff/" + hqId + "/password", Map.of())
                .path("oneTimePassword")
                .asString();
        keep(folders.firstLogin(), fresh);
    }

    /** The API as the operator. */
    GatewayClient signIn() {
        return GatewayClient.at(port)
                .signedIn(LOGIN_ROUTE, Map.of("login", LOGIN, "password", password(passwordFile(folders))));
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandFailure(
                    file + " is missing: start the chain with deploy/up, or give a token of headquarters.", e);
        }
    }

    private static String password() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return "M1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void keep(Path file, String text) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, text + "\n");
        Files.move(
                partial,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
