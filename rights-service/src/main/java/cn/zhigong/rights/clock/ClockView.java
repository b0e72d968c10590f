package cn.zhigong.rights.clock;

import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.Pause;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as parties and officers see it.
 *
 * @param subjectId the case it belongs to
 * @param ruleId what has to be done in time, such as MEDIATION or ARBITRATION_LIMITATION
 * @param sourceLaw the law and article that set it, such as 劳动争议调解仲裁法 §14
 * @param lastDay acting on this day is still in time; absent while the time stands still
 * @param dueAt midnight after the last day in China
 * @param provisional whether a year without a holiday notice was counted through, so that the day may still move
 * @param breachedAt when it ran out without the thing having been done
 * @param closedAt when the case ended, and with it the organisation's answering for the deadline
 */
public record ClockView(
        UUID id,
        UUID subjectId,
        UUID organisationId,
        String ruleId,
        String sourceLaw,
        ClockRule.Unit unit,
        int length,
        Instant startsAt,
        List<Pause> pauses,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        boolean provisional,
        @Nullable Instant metAt,
        @Nullable Instant breachedAt,
        @Nullable Instant closedAt,
        @JsonIgnore long version) {}
