package cn.zhigong.training.certificate;

import cn.zhigong.training.skill.SkillLevel;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a certificate (职业技能等级证书编码, rules of 2019): 22 characters without a check digit, so that only the
 * register can tell a real one.
 *
 * @param issuer who assesses, and where
 * @param year the last two digits of the year of issue
 * @param level one of the five with a digit
 * @param serial 1 to 999,999 within issuer and year
 */
record CertificateNumber(Issuer issuer, int year, SkillLevel level, int serial) {

    static final int LAST_SERIAL = 999_999;

    private static final Pattern FORM =
            Pattern.compile("([YSJ])([0-9]{4})([0-9]{2})([0-9]{6})([0-9]{2})([1-5])([0-9]{6})");

    CertificateNumber {
        if (year < 0 || year > 99 || serial < 1 || serial > LAST_SERIAL || !level.isCertified()) {
            throw new IllegalArgumentException("No certificate has such a number");
        }
    }

    /**
     * The assessing organisation (评价机构).
     *
     * @param letter Y for an employer (用人单位), S for a social organisation (社会培训评价组织), J for a school of technicians
     * @param organisation four digits given by the ministry, or 0000
     * @param province GB/T 2260, two digits
     * @param site six digits of the organisation and place within the province
     */
    record Issuer(String letter, String organisation, String province, String site) {

        private static final Pattern FORM = Pattern.compile("[YSJ][0-9]{12}");

        Issuer {
            if (!FORM.matcher(letter + organisation + province + site).matches()
                    || organisation.length() != 4
                    || province.length() != 2) {
                throw new IllegalArgumentException("No issuer has such a code");
            }
        }

        String code() {
            return letter + organisation + province + site;
        }
    }

    String format() {
        return "%s%02d%d%06d".formatted(issuer.code(), year, level.digit().orElseThrow(), serial);
    }

    /** Reads a number; empty when it has not the form of one. */
    static Optional<CertificateNumber> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(7)) == 0) {
            return Optional.empty();
        }
        var issuer = new Issuer(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
        return SkillLevel.ofDigit(Integer.parseInt(parts.group(6)))
                .map(level -> new CertificateNumber(
                        issuer, Integer.parseInt(parts.group(5)), level, Integer.parseInt(parts.group(7))));
    }
}
