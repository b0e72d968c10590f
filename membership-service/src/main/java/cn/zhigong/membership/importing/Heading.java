package cn.zhigong.membership.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file each field stands.
 *
 * @param columns the place of each field that there is, from 0
 * @param ignored headings that mean nothing to an import, as they stand in the file
 */
record Heading(Map<RosterField, Integer> columns, List<String> ignored) {

    /** What an ignored column is told by; a number of somebody is no heading. */
    private static final Pattern HEADING = Pattern.compile("(?!.*\\p{Nd}{6}).{1,50}");

    private static final int MOST_IGNORED = 50;

    /** A heading that cannot be read. */
    sealed interface Defect {

        /** No column of a field without which a row is nobody, or of a heading that the upload names. */
        record Missing(RosterField field) implements Defect {}

        /** Two columns that could be the field. */
        record Ambiguous(RosterField field) implements Defect {}
    }

    /** A heading, or why it is none. */
    record Reading(Heading heading, List<Defect> defects) {}

    /** Finds the fields by the headings that the upload gave, else by the usual ones. */
    static Reading read(List<String> cells, ColumnMapping mapping) {
        var names = cells.stream().map(Heading::plain).toList();
        var given = mapping.headings();
        var columns = new EnumMap<RosterField, Integer>(RosterField.class);
        var defects = new ArrayList<Defect>();
        for (var field : RosterField.values()) {
            var wanted = wanted(field, given.get(field));
            var found = places(names, wanted);
            if (found.size() > 1) {
                defects.add(new Defect.Ambiguous(field));
            } else if (found.size() == 1) {
                columns.put(field, found.getFirst());
            } else if (given.containsKey(field) || RosterField.REQUIRED.contains(field)) {
                defects.add(new Defect.Missing(field));
            }
        }
        return new Reading(new Heading(columns, ignored(cells, Set.copyOf(columns.values()))), defects);
    }

    private static Set<String> wanted(RosterField field, @Nullable String given) {
        return given == null
                ? field.headings().stream().map(Heading::plain).collect(Collectors.toSet())
                : Set.of(plain(given));
    }

    private static List<Integer> places(List<String> names, Set<String> wanted) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private static List<String> ignored(List<String> cells, Set<Integer> used) {
        var ignored = new TreeSet<String>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).strip();
            if (!used.contains(i) && HEADING.matcher(cell).matches() && ignored.size() < MOST_IGNORED) {
                ignored.add(cell);
            }
        }
        return List.copyOf(ignored);
    }

    /** People write headings with blanks, stars and in full width. */
    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\p{C}*_]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What a row says under a field; empty when it says nothing. */
    String cell(List<String> row, RosterField field) {
        var column = columns.get(field);
        return column == null || column >= row.size() ? "" : row.get(column).strip();
    }
}
