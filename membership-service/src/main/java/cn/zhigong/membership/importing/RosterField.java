package cn.zhigong.membership.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a row can say of somebody, with the headings under which unions keep it (全国工会会员实名制数据项, 总工办发〔2017〕14号). */
enum RosterField {
    NAME("姓名", "会员姓名", "name"),
    IDENTITY_TYPE("证件类型", "证件类别", "identity type"),
    IDENTITY_NUMBER("证件号码", "身份证号", "身份证号码", "公民身份号码", "居民身份证号码", "证件号", "identity number"),
    /** Of a passport, its country. */
    NATIONALITY("国籍", "签发国", "nationality"),
    /** Needed where the number does not tell it. */
    BIRTH("出生日期", "出生年月日", "birth date"),
    PHONE("手机号码", "手机号", "手机", "联系电话", "移动电话", "phone"),
    /** The code of a union below the one that imports. */
    ORGANISATION("工会编码", "所属工会编码", "基层工会编码", "organisation"),
    GROUP("工会小组", "所属小组", "group"),
    JOINED("入会日期", "入会时间", "加入工会日期", "joined on"),
    EMPLOYMENT_FORM("用工形式", "用工类型", "employment form"),
    WORKER_GROUP("职工群体", "就业群体", "worker group"),
    /** At work or retired. */
    STANDING("在职状态", "人员状态", "standing");

    /** Without these a row is nobody. */
    static final Set<RosterField> REQUIRED = Set.of(NAME, IDENTITY_NUMBER, PHONE);

    // Made by List.of, which cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> headings;

    RosterField(String... headings) {
        this.headings = List.of(headings);
    }

    /** The headings under which it is found when the upload maps it to none. */
    List<String> headings() {
        return headings;
    }

    /** As the mapping of an upload calls it. */
    String inMapping() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return Arrays.stream(words)
                .skip(1)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }
}
