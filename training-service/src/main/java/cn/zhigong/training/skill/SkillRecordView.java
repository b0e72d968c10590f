package cn.zhigong.training.skill;

import cn.zhigong.training.skill.SkillRecords.Attainment;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's skill record as they see it themselves. */
record SkillRecordView(UUID personId, List<OccupationView> occupations) {

    /**
     * One occupation.
     *
     * @param level the highest level held now; absent when every certificate was revoked
     * @param history every level reached, oldest first
     */
    record OccupationView(String occupation, @Nullable SkillLevel level, List<Attainment> history) {

        static OccupationView of(String occupation, List<Attainment> history) {
            var level = history.stream()
                    .filter(one -> one.revokedOn() == null)
                    .map(Attainment::level)
                    .max(Comparator.naturalOrder());
            return new OccupationView(occupation, level.orElse(null), history);
        }
    }

    static SkillRecordView of(UUID person, List<Attainment> attainments) {
        var byOccupation = attainments.stream()
                .collect(Collectors.groupingBy(Attainment::occupation, TreeMap::new, Collectors.toList()));
        return new SkillRecordView(
                person,
                byOccupation.entrySet().stream()
                        .map(one -> OccupationView.of(one.getKey(), one.getValue()))
                        .toList());
    }
}
