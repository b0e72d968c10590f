package cn.zhigong.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.training.skill.SkillLevel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The numbers of certificates on the real database. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SerialTest {

    @Inject
    Certificates certificates;

    @Inject
    Sql sql;

    private String issue() {
        return certificates.issue(UUID.randomUUID(), UUID.randomUUID(), "6-18-02-04", SkillLevel.SENIOR);
    }

    private static int serial(String number) {
        return CertificateNumber.parse(number).orElseThrow().serial();
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        var before = QuarkusTransaction.requiringNew().call(this::issue);
        QuarkusTransaction.begin();
        var undone = issue();
        QuarkusTransaction.rollback();
        var after = QuarkusTransaction.requiringNew().call(this::issue);
        assertThat(serial(undone)).isEqualTo(serial(before) + 1);
        assertThat(after).isEqualTo(undone);
    }

    @Test
    void afterTheLastNumberOfAYearNoneIsInvented() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    var ignored = issue();
                    sql.update("update certificate_serial set last = ?", CertificateNumber.LAST_SERIAL);
                    certificates.issue(UUID.randomUUID(), UUID.randomUUID(), "6-18-02-04", SkillLevel.JUNIOR);
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(CertificateProblem.NUMBERS_USED_UP));
    }

    @Test
    void theLevelTellsTwoNumbersApartButNotTwoSerials() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    var number = issue();
                    sql.update(
                            "insert into certificate (number, person_id, case_id, occupation, level, issued_on, version)"
                                    + " values (?, ?, ?, 'x', 'JUNIOR', now(), 0)",
                            number.substring(0, 15) + "5" + number.substring(16),
                            UUID.randomUUID(),
                            UUID.randomUUID());
                }))
                .hasStackTraceContaining("certificate_serials_are_unique");
    }
}
