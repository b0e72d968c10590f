package cn.zhigong.training.certificate;

import java.util.UUID;

/** The case that a certificate was issued for, which ends with it; kept by a feature that this one does not know. */
public interface CertifiedCase {

    /** The certificate of the case was revoked, in the transaction of the caller. */
    void certificateRevoked(UUID promotion);
}
