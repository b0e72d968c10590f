package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.platform.privacy.Masking;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as officers see it: personal data masked.
 *
 * @param line in the file, from 1
 * @param name absent where the row cannot be read
 * @param firstLine where the same person stands further up
 * @param phoneShared whether the phone is somebody else's too; a warning
 * @param flaws everything that is wrong with what is written
 * @param changes what of a member would be as the row says
 * @param organisationId the union to which the row brings somebody
 * @param joinedOn the day of joining that it gives
 * @param memberId whom of one's own union it is about, or who began by it
 * @param transferId the transfer that was proposed
 */
record RowView(
        int line,
        RowResult result,
        @Nullable String name,
        @Nullable String identity,
        @Nullable Integer firstLine,
        boolean phoneShared,
        List<RowFlaw> flaws,
        List<RosterField> changes,
        @Nullable UUID organisationId,
        @Nullable LocalDate joinedOn,
        @Nullable RowOutcome outcome,
        @Nullable UUID memberId,
        @Nullable UUID transferId) {

    static RowView of(JudgedRows.Judged row, @Nullable PersonalData person) {
        return new RowView(
                row.line(),
                row.result(),
                person == null ? null : Masking.name(person.name().value()),
                person == null ? null : Masking.identity(person.identity().number()),
                row.firstLine(),
                row.phoneShared(),
                row.flaws(),
                row.changes(),
                row.organisationId(),
                row.joinedOn(),
                row.outcome(),
                row.memberId(),
                row.transferId());
    }
}
