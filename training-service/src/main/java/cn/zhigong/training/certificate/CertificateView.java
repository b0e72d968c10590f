package cn.zhigong.training.certificate;

import cn.zhigong.training.skill.SkillLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a certificate whose number they have; not whose it is, which this service does not know.
 */
record CertificateView(
        String number,
        State state,
        String occupation,
        SkillLevel level,
        LocalDate issuedOn,
        @Nullable LocalDate revokedOn) {

    enum State {
        VALID,
        REVOKED
    }

    static CertificateView of(Certificate certificate) {
        return new CertificateView(
                certificate.number(),
                certificate.revokedOn() == null ? State.VALID : State.REVOKED,
                certificate.occupation(),
                certificate.level(),
                certificate.issuedOn(),
                certificate.revokedOn());
    }
}
