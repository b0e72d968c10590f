package cn.zhigong.platform.directory;

import java.util.Arrays;

/** What an officer may do at an organisation and everywhere below it. Each role includes the ones after it. */
public enum GrantRole {
    CHAIR,
    OFFICER,
    REVIEWER,
    VIEWER;

    /** Whether holding this role is enough where {@code needed} is asked for. */
    public boolean includes(GrantRole needed) {
        return compareTo(needed) <= 0;
    }

    /** A role that a later version of the register gives and this one does not know allows nothing here. */
    static String[] known() {
        return VIEWER.orWider();
    }

    String[] orWider() {
        return Arrays.stream(values())
                .filter(role -> role.includes(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
