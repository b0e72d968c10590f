package cn.zhigong.membership.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * That a chair may be moved before the term ends: the committee of the union and the superior union have agreed (工会法
 * §18).
 *
 * @param committeeDecidedOn the day of the committee's decision
 * @param by the account of the superior union's officer
 * @param at when the superior agreed
 */
@Embeddable
record ChairConsent(
        LocalDate committeeDecidedOn,
        @Column(name = "consented_by") String by,
        @Column(name = "consented_at") Instant at) {}
