package cn.zhigong.bench.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of a roster; what is wrong with it is in its texts. */
public record RosterRow(
        String name,
        boolean man,
        String identityNumber,
        String phone,
        LocalDate joinedOn,
        EmploymentForm form,
        @Nullable WorkerGroup group,
        boolean retired) {

    RosterRow withName(String other) {
        return new RosterRow(other, man, identityNumber, phone, joinedOn, form, group, retired);
    }

    RosterRow withIdentityNumber(String other) {
        return new RosterRow(name, man, other, phone, joinedOn, form, group, retired);
    }

    RosterRow withPhone(String other) {
        return new RosterRow(name, man, identityNumber, other, joinedOn, form, group, retired);
    }

    RosterRow withJoinedOn(LocalDate other) {
        return new RosterRow(name, man, identityNumber, phone, other, form, group, retired);
    }
}
