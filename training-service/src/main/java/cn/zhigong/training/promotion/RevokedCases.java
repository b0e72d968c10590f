package cn.zhigong.training.promotion;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.training.certificate.CertifiedCase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Ends the promotions whose certificates are revoked. */
@Singleton
class RevokedCases implements CertifiedCase {

    private final PromotionCases cases;
    private final Audit audit;

    RevokedCases(PromotionCases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    @Transactional(MANDATORY)
    public void certificateRevoked(UUID promotion) {
        cases.locked(promotion).revoke();
        cases.flush();
        audit.record("promotion.revoke", "promotion-case", promotion, Map.of());
    }
}
