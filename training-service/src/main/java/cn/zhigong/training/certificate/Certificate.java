package cn.zhigong.training.certificate;

import cn.zhigong.training.skill.SkillLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate (证书) in the register. */
@Entity
class Certificate {

    @Id
    private String number;

    private UUID personId;
    private UUID caseId;
    private String occupation;

    @Enumerated(EnumType.STRING)
    private SkillLevel level;

    private LocalDate issuedOn;
    private @Nullable LocalDate revokedOn;
    private @Nullable String revocationReason;

    @Version
    private long version;

    protected Certificate() {}

    Certificate(CertificateNumber number, UUID personId, UUID caseId, String occupation, LocalDate issuedOn) {
        this.number = number.format();
        this.personId = personId;
        this.caseId = caseId;
        this.occupation = occupation;
        this.level = number.level();
        this.issuedOn = issuedOn;
    }

    void revoke(String reason, LocalDate today) {
        if (revokedOn != null) {
            throw CertificateProblem.ALREADY_REVOKED.problem();
        }
        revokedOn = today;
        revocationReason = reason;
    }

    String number() {
        return number;
    }

    UUID personId() {
        return personId;
    }

    UUID caseId() {
        return caseId;
    }

    String occupation() {
        return occupation;
    }

    SkillLevel level() {
        return level;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    @Nullable LocalDate revokedOn() {
        return revokedOn;
    }

    @Nullable String revocationReason() {
        return revocationReason;
    }
}
