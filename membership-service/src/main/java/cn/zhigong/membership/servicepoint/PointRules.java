package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.servicepoint.OpeningRules.Fault;
import cn.zhigong.platform.reference.Division;
import cn.zhigong.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What fits a place of a type. */
final class PointRules {

    private static final String CITY = "310000";

    private PointRules() {}

    /** Everything that is wrong with facts whose parts are well formed. */
    static List<Fault> faults(PointType type, PointFacts facts) {
        var faults = new ArrayList<>(OpeningRules.faults(facts.openingHours()));
        if (!isDistrict(facts.district())) {
            faults.add(new Fault("district", "NOT_FOUND"));
        }
        if (facts.starRating() != null && !type.isRated()) {
            faults.add(new Fault("starRating", "CONTRADICTS_TYPE"));
        }
        if (facts.shared() != null && !type.isRated()) {
            faults.add(new Fault("shared", "CONTRADICTS_TYPE"));
        }
        if (facts.coverage() != null && !type.countsServices()) {
            faults.add(new Fault("coverage", "CONTRADICTS_TYPE"));
        }
        Optional.ofNullable(facts.phone())
                .flatMap(PlacePhoneRules::fault)
                .ifPresent(code -> faults.add(new Fault("phone", code)));
        return faults;
    }

    private static boolean isDistrict(String code) {
        return !code.equals(CITY)
                && Divisions.shipped().find(code).filter(Division::isCurrent).isPresent();
    }

    /** What is wrong with the day of a step: nobody knows what will happen, and history is written forward. */
    static Optional<String> faultOfDay(LocalDate day, LocalDate lastStep, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of("IN_THE_FUTURE");
        }
        return day.isBefore(lastStep) ? Optional.of("BEFORE_THE_LAST_STEP") : Optional.empty();
    }
}
