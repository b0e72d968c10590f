package cn.zhigong.rights.intake;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.http.Versioned;
import cn.zhigong.rights.clock.ClockView;
import cn.zhigong.rights.clock.DisputeLaw;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as its parties and the desk see it.
 *
 * @param article where the law names this kind
 * @param confidential only for the claimant, and for officers and mediators of the desk who read the single case
 * @param limitation until when arbitration can be asked for; absent while no limitation runs
 */
record DisputeView(
        UUID id,
        DisputeState state,
        Channel channel,
        DisputeKind kind,
        String article,
        UUID organisationId,
        Respondent respondent,
        List<Claim> claimItems,
        Money claimed,
        int workers,
        Scale scale,
        LocalDate knewOn,
        @Nullable LocalDate employmentEndedOn,
        Instant registeredAt,
        Instant receivedAt,
        @Nullable Instant screenedAt,
        @Nullable RefusalReason refusalReason,
        @Nullable Forum forum,
        @Nullable Limitation limitation,
        List<ClockView> clocks,
        @Nullable Confidential confidential,
        long version)
        implements Versioned {

    record Respondent(@Nullable String creditCode, String name) {}

    record Claim(ClaimKind kind, @Nullable Money amount) {}

    /**
     * The year for arbitration.
     *
     * @param passed it is over; a claim is then barred only if the employer pleads so
     */
    record Limitation(LocalDate lastDay, String sourceLaw, boolean passed) {}

    static DisputeView of(Dispute dispute, List<ClockView> clocks, Instant now) {
        var claims = dispute.claims();
        return new DisputeView(
                dispute.id(),
                dispute.state(),
                dispute.channel(),
                dispute.kind(),
                dispute.kind().article(),
                dispute.organisationId(),
                new Respondent(dispute.respondentCreditCode(), dispute.respondentName()),
                claims.stream().map(one -> new Claim(one.kind(), one.amount())).toList(),
                Money.sum(claims.stream()
                        .map(ClaimItem::amount)
                        .filter(Objects::nonNull)
                        .toList()),
                dispute.workers(),
                dispute.scale(),
                dispute.knewOn(),
                dispute.employmentEndedOn(),
                dispute.registeredAt(),
                dispute.receivedAt(),
                dispute.screenedAt(),
                dispute.refusalReason(),
                dispute.forum(),
                limitation(clocks, now),
                clocks,
                null,
                version(dispute, clocks));
    }

    /** The same with what was told in confidence. */
    DisputeView with(Confidential told) {
        return new DisputeView(
                id,
                state,
                channel,
                kind,
                article,
                organisationId,
                respondent,
                claimItems,
                claimed,
                workers,
                scale,
                knewOn,
                employmentEndedOn,
                registeredAt,
                receivedAt,
                screenedAt,
                refusalReason,
                forum,
                limitation,
                clocks,
                told,
                version);
    }

    private static @Nullable Limitation limitation(List<ClockView> clocks, Instant now) {
        for (var clock : clocks) {
            var lastDay = clock.lastDay();
            if (clock.ruleId().equals(DisputeLaw.LIMITATION.id()) && lastDay != null) {
                return new Limitation(
                        lastDay, clock.sourceLaw(), ChinaTime.dayOf(now).isAfter(lastDay));
            }
        }
        return null;
    }

    /** A clock that moves changes the answer too, so its version counts; the sum never shrinks. */
    private static long version(Dispute dispute, List<ClockView> clocks) {
        return dispute.version()
                + clocks.stream().mapToLong(clock -> 1 + clock.version()).sum();
    }
}
