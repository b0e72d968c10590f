package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as its member and the officers see it. Who filed it is in neither: officers settle what is said, not who
 * says it.
 *
 * @param note what the officer says of it
 * @param changed whether the place was corrected with it
 */
record PointReportView(
        UUID id,
        UUID pointId,
        ReportKind kind,
        String text,
        ReportState state,
        Instant filedAt,
        @Nullable Instant settledAt,
        @Nullable String note,
        boolean changed,
        long version)
        implements Versioned {

    static PointReportView of(PointReport report) {
        return new PointReportView(
                report.id(),
                report.pointId(),
                report.kind(),
                report.text(),
                report.state(),
                report.filedAt(),
                report.settledAt(),
                report.note(),
                report.changed(),
                report.version());
    }
}
