package io.mendian.member.login;

import io.mendian.member.staff.Hiring;
import io.mendian.member.staff.NewStaff;
import io.mendian.member.staff.PreparedStaff;
import io.mendian.member.staff.Role;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.member.staff.StaffProblem;
import io.mendian.runtime.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the account {@code hq} at the first start, with a password for one use: in a file that only the owner reads
 * ({@code mendian.bootstrap-file}), and once in the log.
 */
@Component
class FirstHeadquarters implements ApplicationRunner {

    static final String LOGIN = "hq";
    private static final Logger LOG = LoggerFactory.getLogger(FirstHeadquarters.class);

    private final StaffCredentials staff;
    private final Hiring hiring;
    private final TransactionTemplate transaction;
    private final String file;

    FirstHeadquarters(
            StaffCredentials staff,
            Hiring hiring,
            PlatformTransactionManager transactions,
            @Value("${mendian.bootstrap-file:}") String file) {
        this.staff = staff;
        this.hiring = hiring;
        this.transaction = new TransactionTemplate(transactions);
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (staff.headquartersExists()) {
            return;
        }
        PreparedStaff first = hiring.prepare(new NewStaff(Role.HQ_ADMIN, "总部管理员", null, LOGIN, null, Set.of(), null));
        String password = Objects.requireNonNull(first.oneTimePassword());
        try {
            transaction.executeWithoutResult(status -> {
                hiring.insert(first, null);
                // before the commit: a crash in between leaves no account whose password nobody knows
                write(password);
            });
        } catch (ProblemException e) {
            if (e.is(StaffProblem.LOGIN_NAME_TAKEN)) {
                return; // another instance was faster
            }
            throw e;
        }
        LOG.warn("""

                        ------------------------------------------------------------
                         First start. Headquarters signs in once with
                             login     {}
                             password  {}
                         and must then choose another password.
                        ------------------------------------------------------------""", LOGIN, password);
    }

    private void write(String password) {
        if (file.isBlank()) {
            return;
        }
        Path path = Path.of(file).toAbsolutePath();
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.deleteIfExists(path);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(path, password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the first password to " + path, e);
        }
    }
}
