package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The formats that cells refer to by number. */
final class Formats {
    /** Spreadsheets stop at 65,490 styles. */
    private static final int MOST = 1 << 16;

    private final TableLimits limits;
    private final Map<Integer, Format> custom = new HashMap<>();
    private final List<Format> styles = new ArrayList<>();

    Formats(TableLimits limits) {
        this.limits = limits;
    }

    void read(InputStream part) throws IOException {
        var xml = new Xml(part, limits);
        xml.requireRoot("styleSheet", new Refusal(MALFORMED));
        while (xml.next()) {
            if (xml.starts("numFmts")) {
                readCustom(xml);
            } else if (xml.starts("cellXfs")) {
                readStyles(xml);
            }
        }
    }

    /** Of a style that does not exist: a number is a number. */
    Format format(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Format.NUMBER;
    }

    private void readCustom(Xml xml) throws IOException {
        while (!xml.ends("numFmts") && xml.next()) {
            var code = xml.starts("numFmt") ? xml.attribute("formatCode") : null;
            if (code != null) {
                require(custom.size() < MOST);
                custom.put(Digits.value(xml.attribute("numFmtId"), 0), Format.of(code));
            }
        }
    }

    private void readStyles(Xml xml) throws IOException {
        while (!xml.ends("cellXfs") && xml.next()) {
            if (xml.starts("xf")) {
                require(styles.size() < MOST);
                var number = Digits.value(xml.attribute("numFmtId"), 0);
                var known = custom.get(number);
                styles.add(known == null ? Format.builtIn(number) : known);
            }
        }
    }

    private static void require(boolean kept) throws Refusal {
        if (!kept) {
            throw new Refusal(MALFORMED);
        }
    }
}
