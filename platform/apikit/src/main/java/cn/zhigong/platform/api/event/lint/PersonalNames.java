package cn.zhigong.platform.api.event.lint;

import java.util.regex.Pattern;

/** Names of facts that no event may tell. */
public final class PersonalNames {

    private static final Pattern NAMES =
            Pattern.compile("(?i).*(phone|mobile|identity|idnumber|personname|realname|birth|address|facts).*");

    private PersonalNames() {}

    /** Whether a fact of this name is somebody's own affair. */
    public static boolean isOne(String name) {
        return NAMES.matcher(name).matches();
    }
}
