package cn.zhigong.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.http.Idempotent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The structure every service keeps; subclass it with the root package. */
public abstract class ArchitectureContract {

    private final String root;
    private final JavaClasses classes;

    protected ArchitectureContract(String root) {
        this.root = root;
        this.classes = Imported.productOf(root);
    }

    @Test
    void featuresDoNotFormACycle() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void rulesAreFreeOfFrameworks() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql.."))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void endpointsAndEntitiesBelongToTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .or()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void onlyResourcesKnowOfHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotContaining("Resource_")
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs.."))
                .check(classes);
    }

    @Test
    void everyPostHonoursIdempotencyKeys() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and(not(takeTheFormOfAPage()))
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Idempotent.class)
                .allowEmptyShould(true)
                .check(classes);
    }

    /** A stored answer is given again with the status that a {@code RestResponse} says, else with 200. */
    @Test
    void everyPostSaysItsStatusInItsAnswer() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and(not(takeTheFormOfAPage()))
                .should()
                .notBeAnnotatedWith(ResponseStatus.class)
                .andShould()
                .notHaveRawReturnType(void.class)
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void theFormOfAPageIsNotAnsweredFromTheStore() {
        methods()
                .that(takeTheFormOfAPage())
                .should()
                .beDeclaredInClassesThat()
                .areNotAnnotatedWith(Idempotent.class)
                .because("what is stored is JSON, which a browser cannot show, and no browser sends a key;"
                        + " a page bears being sent twice by itself")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static DescribedPredicate<JavaMethod> takeTheFormOfAPage() {
        return DescribedPredicate.describe(
                "take the form of a page",
                method -> method.tryGetAnnotationOfType(Consumes.class)
                        .filter(consumed -> List.of(consumed.value()).contains(MediaType.APPLICATION_FORM_URLENCODED))
                        .isPresent());
    }

    @Test
    void noConstraintIsLostInAType() {
        assertThat(classes.stream().flatMap(one -> LostConstraints.in(one.reflect())))
                .isEmpty();
    }

    /** The API document would say that a token is needed. */
    @Test
    void aPublicOperationIsInNoClassThatAsksForRoles() {
        methods()
                .that()
                .areAnnotatedWith(PermitAll.class)
                .should()
                .beDeclaredInClassesThat()
                .areNotAnnotatedWith(RolesAllowed.class)
                .allowEmptyShould(true)
                .check(classes);
    }

    /** An event that no {@link EventContract} shows has no file, and one that is gone leaves its file behind. */
    @Test
    void everyEventHasAnApprovedFormAndEveryApprovedFormAnEvent() {
        var published = EventRecords.in(classes).stream()
                .map(record -> EventContract.file(EventRecords.blank(record)))
                .collect(Collectors.toSet());
        assertThat(Set.copyOf(Approved.files(EventContract.FOLDER))).isEqualTo(published);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now")).and(target(owner(resideInAnyPackage("java.time..")))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(classes);
    }

    /** Between midnight here and midnight there a day of another zone is the wrong one. */
    @Test
    void daysAreThoseOfChina() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(ZoneId.class)))
                        .and(target(nameMatching("of|ofOffset|ofHours|systemDefault"))))
                .orShould()
                .accessField(ZoneOffset.class, "UTC")
                .because("ChinaTime knows the zone")
                .check(classes);
    }

    /** Ids that follow one another keep indexes small and pages in order. */
    @Test
    void idsComeFromTheChassis() {
        noClasses()
                .should()
                .callMethod(UUID.class, "randomUUID")
                .because("Ids.next() orders them by time")
                .check(classes);
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(Thread.class))).and(target(nameMatching("sleep"))))
                .check(classes);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        fields().should()
                .notBeAnnotatedWith(Inject.class)
                .allowEmptyShould(true)
                .check(classes);
    }

    /**
     * Each call through the proxy of another scope looks up what is behind it; platform/RATIONALE.md has the figure.
     */
    @Test
    void beansOfTheApplicationAreSingletons() {
        noClasses().should().beAnnotatedWith(ApplicationScoped.class).check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(classes);
        for (var each : classes) {
            if (!each.getPackage().tryGetPackageInfo().isPresent()
                    && !each.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                throw new AssertionError(each.getPackageName() + " has no package-info");
            }
        }
    }
}
