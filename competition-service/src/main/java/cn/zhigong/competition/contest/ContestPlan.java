package cn.zhigong.competition.contest;

import cn.zhigong.platform.reference.PublicText;
import cn.zhigong.platform.reference.VisibleText;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the organiser plans and may edit until the contest is filed; the union above decides on exactly this.
 *
 * @param organiserId the union that holds it; fixed once drafted
 * @param contestClass of a contest of skills, and of no other kind
 * @param judges accounts that may enter rankings besides the organiser's officers
 * @param entrants {@code OWN_MEMBERS} when absent
 * @param events the trades contested, 1 to 50
 */
record ContestPlan(
        @NotNull UUID organiserId,
        @NotBlank @Size(max = 100) @PublicText String title,
        @NotNull ContestLevel level,
        @Nullable ContestClass contestClass,
        @NotNull ContestKind kind,
        @Min(2000) @Max(2100) int year,
        @Nullable Entrants entrants,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 100) Set<@NotBlank @Size(max = 100) String> judges,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid EventPlan> events) {

    ContestPlan {
        judges = judges == null ? Set.of() : judges;
    }

    /**
     * One trade (赛项) of a contest.
     *
     * @param occupation code of the national occupation classification, such as 6-18-02-04 (焊工)
     * @param levelBase the certificate digit of the standard that tasks are set on: 5 (初级工) to 1 (高级技师)
     * @param quota seats, 1 to 3,000: the final result of one event is one message
     * @param tieRule {@code NONE} when absent
     */
    record EventPlan(
            @NotBlank @Size(max = 60) @PublicText String trade,

            @NotNull @Pattern(regexp = "[1-8]-\\d{2}-\\d{2}-\\d{2}") String occupation,

            @Min(1) @Max(5) int levelBase,
            @Min(1) @Max(3_000) int quota,
            @Nullable TieRule tieRule) {

        private EventPlan normalised() {
            return new EventPlan(VisibleText.normalised(trade), occupation, levelBase, quota, tieRule);
        }
    }

    /** The plan with its names as they are kept. */
    ContestPlan normalised() {
        return new ContestPlan(
                organiserId,
                VisibleText.normalised(title),
                level,
                contestClass,
                kind,
                year,
                entrants,
                judges,
                events.stream().map(EventPlan::normalised).toList());
    }
}
