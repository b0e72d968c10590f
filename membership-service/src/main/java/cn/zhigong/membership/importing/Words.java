package cn.zhigong.membership.importing;

import static java.util.Map.entry;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.reference.IdentityType;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of rosters for the constants of the register; the names of the constants are understood too. */
final class Words {

    private static final Map<String, IdentityType> DOCUMENTS = Map.ofEntries(
            entry("居民身份证", IdentityType.RESIDENT_ID),
            entry("身份证", IdentityType.RESIDENT_ID),
            entry("二代身份证", IdentityType.RESIDENT_ID),
            entry("港澳居民居住证", IdentityType.HK_MACAO_RESIDENCE),
            entry("台湾居民居住证", IdentityType.TAIWAN_RESIDENCE),
            entry("外国人永久居留身份证", IdentityType.FOREIGN_PERMANENT),
            entry("港澳居民来往内地通行证", IdentityType.HK_MACAO_PERMIT),
            entry("回乡证", IdentityType.HK_MACAO_PERMIT),
            entry("台湾居民来往大陆通行证", IdentityType.TAIWAN_PERMIT),
            entry("台胞证", IdentityType.TAIWAN_PERMIT),
            entry("护照", IdentityType.PASSPORT));

    private static final Map<String, EmploymentForm> FORMS = Map.of(
            "合同制", EmploymentForm.CONTRACT,
            "劳动合同", EmploymentForm.CONTRACT,
            "劳务派遣", EmploymentForm.DISPATCH,
            "派遣", EmploymentForm.DISPATCH,
            "项目外包", EmploymentForm.OUTSOURCED,
            "外包", EmploymentForm.OUTSOURCED,
            "灵活就业", EmploymentForm.FLEXIBLE,
            "新就业形态", EmploymentForm.NEW_FORM);

    private static final Map<String, WorkerGroup> GROUPS = Map.ofEntries(
            entry("货车司机", WorkerGroup.TRUCK_DRIVER),
            entry("网约车司机", WorkerGroup.RIDE_HAILING_DRIVER),
            entry("快递员", WorkerGroup.COURIER),
            entry("外卖配送员", WorkerGroup.FOOD_DELIVERY_RIDER),
            entry("网约送餐", WorkerGroup.FOOD_DELIVERY_RIDER),
            entry("互联网营销师", WorkerGroup.INTERNET_MARKETER),
            entry("家政", WorkerGroup.DOMESTIC_WORKER),
            entry("医养照护", WorkerGroup.CARE_WORKER),
            entry("房产中介", WorkerGroup.HOUSING_AGENT),
            entry("物流货运", WorkerGroup.LOGISTICS_WORKER),
            entry("商场信息员", WorkerGroup.SHOP_INFORMATION_WORKER),
            entry("保安员", WorkerGroup.SECURITY_GUARD));

    private static final Map<String, Boolean> RETIRED = Map.of(
            "在职", false,
            "在岗", false,
            "退休", true,
            "离休", true,
            "离退休", true);

    private Words() {}

    static Optional<IdentityType> identityType(String word) {
        return find(DOCUMENTS, IdentityType.class, word);
    }

    static Optional<EmploymentForm> employmentForm(String word) {
        return find(FORMS, EmploymentForm.class, word);
    }

    static Optional<WorkerGroup> workerGroup(String word) {
        return find(GROUPS, WorkerGroup.class, word);
    }

    static Optional<Boolean> retired(String word) {
        return Optional.ofNullable(RETIRED.get(plain(word)));
    }

    private static <E extends Enum<E>> Optional<E> find(Map<String, E> words, Class<E> type, String word) {
        var plain = plain(word);
        return Optional.ofNullable(words.get(plain))
                .or(() -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(plain.toUpperCase(Locale.ROOT)))
                        .findFirst());
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\p{C}]+", "");
    }
}
