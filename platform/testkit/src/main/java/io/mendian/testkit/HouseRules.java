package io.mendian.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that a compiler can check, each with its reason. */
public final class HouseRules {

    private HouseRules() {}

    public static void check(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from the injected clock, so that a test can move it")
                .check(classes);
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..web..")
                .because("HTTP in lives in the web package of a feature")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .that()
                .areAnnotatedWith(UseCase.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..web..", "..messaging..")
                .because("the way in uses the feature, never the reverse")
                .allowEmptyShould(true)
                .check(classes);
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .or()
                .haveSimpleNameEndingWith("Mapper")
                .should()
                .bePackagePrivate()
                .because("tables are a feature's own business")
                .allowEmptyShould(true)
                .check(classes);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..web..")
                .should()
                .haveRawReturnType(double.class)
                .orShould()
                .haveRawReturnType(float.class)
                .because("money, points and stock are integers")
                .allowEmptyShould(true)
                .check(classes);
        ProblemTexts.check(classes);
    }
}
