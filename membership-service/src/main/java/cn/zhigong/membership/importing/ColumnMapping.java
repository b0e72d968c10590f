package cn.zhigong.membership.importing;

import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Under which headings a file keeps what, where these are not the usual ones (列映射). Any field may be left out.
 *
 * @param identityType without it every document is a resident identity card
 * @param organisation the code of a union below the one that imports, in which the member belongs
 * @param standing at work or retired (在职, 退休)
 */
record ColumnMapping(
        @Nullable @Size(max = 100) String name,
        @Nullable @Size(max = 100) String identityType,
        @Nullable @Size(max = 100) String identityNumber,
        @Nullable @Size(max = 100) String nationality,
        @Nullable @Size(max = 100) String birth,
        @Nullable @Size(max = 100) String phone,
        @Nullable @Size(max = 100) String organisation,
        @Nullable @Size(max = 100) String group,
        @Nullable @Size(max = 100) String joined,
        @Nullable @Size(max = 100) String employmentForm,
        @Nullable @Size(max = 100) String workerGroup,
        @Nullable @Size(max = 100) String standing) {

    static final ColumnMapping USUAL =
            new ColumnMapping(null, null, null, null, null, null, null, null, null, null, null, null);

    /** The heading that was given for each field. */
    Map<RosterField, String> headings() {
        var given = new EnumMap<RosterField, String>(RosterField.class);
        put(given, RosterField.NAME, name);
        put(given, RosterField.IDENTITY_TYPE, identityType);
        put(given, RosterField.IDENTITY_NUMBER, identityNumber);
        put(given, RosterField.NATIONALITY, nationality);
        put(given, RosterField.BIRTH, birth);
        put(given, RosterField.PHONE, phone);
        put(given, RosterField.ORGANISATION, organisation);
        put(given, RosterField.GROUP, group);
        put(given, RosterField.JOINED, joined);
        put(given, RosterField.EMPLOYMENT_FORM, employmentForm);
        put(given, RosterField.WORKER_GROUP, workerGroup);
        put(given, RosterField.STANDING, standing);
        return given;
    }

    private static void put(Map<RosterField, String> given, RosterField field, @Nullable String heading) {
        if (heading != null) {
            given.put(field, heading);
        }
    }
}
