package cn.zhigong.bench.roster;

import java.util.List;

/** How somebody is employed, as the register calls it and as rosters do. */
public enum EmploymentForm {
    CONTRACT("合同制", 68),
    DISPATCH("劳务派遣", 9),
    OUTSOURCED("项目外包", 6),
    FLEXIBLE("灵活就业", 7),
    NEW_FORM("新就业形态", 10);

    static final Weighted<EmploymentForm> ALL = Weighted.of(List.of(values()), form -> form.hundredths);

    private final String word;
    private final int hundredths;

    EmploymentForm(String word, int hundredths) {
        this.word = word;
        this.hundredths = hundredths;
    }

    String word() {
        return word;
    }
}
