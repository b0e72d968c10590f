package cn.zhigong.competition.ranking;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of one entry.
 *
 * @param rank from 1; absent for an entry that did not take part to the end
 */
@Embeddable
record Placing(
        @NotNull UUID entryId,
        @Min(1) @Max(100_000) @Nullable Integer rank) {}
