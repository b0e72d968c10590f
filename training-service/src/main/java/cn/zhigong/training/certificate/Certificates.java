package cn.zhigong.training.certificate;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.training.skill.SkillLevel;
import cn.zhigong.training.skill.SkillRecords;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The register of certificates: issues, verifies, revokes. */
@Singleton
public class Certificates implements PanacheRepositoryBase<Certificate, String> {

    private final CertificateNumber.Issuer issuer;
    private final SkillRecords records;
    private final CertifiedCase promotions;
    private final Sql sql;
    private final Audit audit;
    private final InstantSource clock;

    Certificates(
            CertificateConfig config,
            SkillRecords records,
            CertifiedCase promotions,
            Sql sql,
            Audit audit,
            InstantSource clock) {
        this.issuer =
                new CertificateNumber.Issuer(config.letter(), config.organisation(), config.province(), config.site());
        this.records = records;
        this.promotions = promotions;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** Issues a certificate for a promotion and gives its number; it counts if the transaction commits, else not. */
    @Transactional(MANDATORY)
    public String issue(UUID person, UUID promotion, String occupation, SkillLevel level) {
        var today = today();
        var year = today.getYear() % 100;
        var number = new CertificateNumber(issuer, year, level, nextSerial(year));
        persist(new Certificate(number, person, promotion, occupation, today));
        flush();
        audit.record("certificate.issue", "certificate", number.format(), Map.of("level", level));
        return number.format();
    }

    /** The next number of a year; the row stays locked until the transaction ends, so that no number is skipped. */
    private int nextSerial(int year) {
        return sql.first("""
                        insert into certificate_serial (issuer, year, last) values (?, ?, 1)
                        on conflict (issuer, year) do update set last = certificate_serial.last + 1
                        where certificate_serial.last < ? returning last
                        """, row -> row.integer(1), issuer.code(), year, CertificateNumber.LAST_SERIAL)
                .orElseThrow(CertificateProblem.NUMBERS_USED_UP::problem);
    }

    /** Who has no such number learns no more than who has nonsense. */
    @Transactional
    CertificateView verify(String number) {
        return CertificateView.of(find(number, LockModeType.NONE));
    }

    @Transactional
    CertificateView revoke(String number, String reason) {
        var certificate = find(number, LockModeType.PESSIMISTIC_WRITE);
        records.hold(certificate.personId());
        certificate.revoke(reason, today());
        flush();
        records.revoke(certificate.personId(), number, today());
        promotions.certificateRevoked(certificate.caseId());
        audit.record("certificate.revoke", "certificate", number, Map.of());
        return CertificateView.of(certificate);
    }

    private Certificate find(String number, LockModeType lock) {
        return CertificateNumber.parse(number)
                .flatMap(parsed -> findByIdOptional(parsed.format(), lock))
                .orElseThrow(NOT_FOUND::problem);
    }

    private LocalDate today() {
        return ChinaTime.dayOf(clock.instant());
    }
}
