package cn.zhigong.membership.joining;

import cn.zhigong.membership.phone.Applicants;
import jakarta.persistence.Embeddable;

/**
 * Who sends an application, which need not be the person it is about.
 *
 * @param account of the caller, with a login or with a confirmed phone only
 * @param accountVouched whether the OpenID provider knows the login's holder as the person of the application
 */
@Embeddable
record Applicant(String account, boolean accountVouched) {

    /** A name and a number that belong together may be known to many: they do not make this login that person's. */
    boolean hasUnconfirmedLogin() {
        return !accountVouched && !Applicants.isAccount(account);
    }
}
