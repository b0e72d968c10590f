package cn.zhigong.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook, part by part, each of which may be replaced by something that no spreadsheet writes. */
final class Xlsx {
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATED = "xl/_rels/workbook.xml.rels";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";

    private final SequencedMap<String, byte[]> parts = new LinkedHashMap<>();

    private Xlsx() {}

    /** A workbook whose only sheet has this between the tags of its data. */
    static Xlsx of(String sheetData) {
        return new Xlsx()
                .with("[Content_Types].xml", XML + "<Types/>")
                .with("_rels/.rels", XML + RELATIONSHIPS.formatted(relationship("rId1", "officeDocument", WORKBOOK)))
                .with(WORKBOOK, workbook("<sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/>"))
                .related(relationship("rId1", "worksheet", "worksheets/sheet1.xml"))
                .with(SHEET, sheet(sheetData));
    }

    static String workbook(String sheets) {
        return XML
                + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, TYPES.substring(0, TYPES.length() - 1), sheets);
    }

    static String sheet(String sheetData) {
        return XML
                + "<worksheet xmlns=\"%s\"><dimension ref=\"A1\"/><sheetData>%s</sheetData></worksheet>"
                        .formatted(MAIN, sheetData);
    }

    static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>".formatted(id, TYPES, type, target);
    }

    /** An inline text in a cell that says where it is. */
    static String text(String at, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text);
    }

    Xlsx with(String name, byte[] part) {
        parts.put(name, part);
        return this;
    }

    Xlsx with(String name, String part) {
        return with(name, part.getBytes(StandardCharsets.UTF_8));
    }

    /** A part that stands before all others. */
    Xlsx before(String name, byte[] part) {
        parts.putFirst(name, part);
        return this;
    }

    Xlsx before(String name, String part) {
        return before(name, part.getBytes(StandardCharsets.UTF_8));
    }

    Xlsx without(String name) {
        parts.remove(name);
        return this;
    }

    Xlsx changed(String name, UnaryOperator<String> change) {
        return with(name, change.apply(new String(parts.get(name), StandardCharsets.UTF_8)));
    }

    Xlsx related(String relationships) {
        return with(RELATED, XML + RELATIONSHIPS.formatted(relationships));
    }

    /** Texts for cells of type {@code s}, each an {@code si} element. */
    Xlsx texts(String items) {
        return with(TEXTS, XML + "<sst xmlns=\"%s\" count=\"1\" uniqueCount=\"1\">%s</sst>".formatted(MAIN, items))
                .changed(RELATED, also(relationship("rId2", "sharedStrings", "sharedStrings.xml")));
    }

    /** Formats of its own, and a style for each number of a format. */
    Xlsx styles(String formats, int... numbers) {
        var styles = new StringBuilder();
        for (var number : numbers) {
            styles.append("<xf numFmtId=\"%d\" xfId=\"0\" applyNumberFormat=\"1\"/>".formatted(number));
        }
        return with(
                        STYLES,
                        XML
                                + "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
                                        .formatted(MAIN, formats, styles))
                .changed(RELATED, also(relationship("rId3", "styles", "/xl/styles.xml")));
    }

    byte[] bytes() {
        return zip((_, _) -> {});
    }

    /** Its parts as they are, not packed. */
    byte[] stored() {
        return zip((entry, part) -> {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(part.length);
            entry.setCrc(checksum(part));
        });
    }

    /**
     * As programs write it that cannot seek and reckon with everything: the sizes have 64 bits, stand after each part
     * and again in the directory, and its header does not say so.
     */
    byte[] longSizes() {
        var file = littleEndian(1 << 16);
        var directory = littleEndian(1 << 14);
        for (var part : parts.entrySet()) {
            var name = part.getKey().getBytes(StandardCharsets.UTF_8);
            var packed = packed(part.getValue());
            var from = file.position();
            file.putInt(0x04034b50).putShort((short) 45).putShort((short) 8).putShort((short) 8);
            file.put(new byte[16])
                    .putShort((short) name.length)
                    .putShort((short) 0)
                    .put(name)
                    .put(packed);
            file.putInt(0x08074b50).putInt((int) checksum(part.getValue()));
            file.putLong(packed.length).putLong(part.getValue().length);
            directory
                    .putInt(0x02014b50)
                    .putInt(45)
                    .putShort((short) 8)
                    .putShort((short) 8)
                    .putInt(0);
            directory
                    .putInt((int) checksum(part.getValue()))
                    .putInt(-1)
                    .putInt(-1)
                    .putShort((short) name.length);
            directory
                    .putShort((short) 28)
                    .put(new byte[10])
                    .putInt(-1)
                    .put(name)
                    .putShort((short) 1)
                    .putShort((short) 24);
            directory.putLong(part.getValue().length).putLong(packed.length).putLong(from);
        }
        var from = file.position();
        file.put(directory.flip()).putInt(0x06054b50).putInt(0).putShort((short) parts.size());
        file.putShort((short) parts.size())
                .putInt(directory.limit())
                .putInt(from)
                .putShort((short) 0);
        var written = new byte[file.flip().remaining()];
        file.get(written);
        return written;
    }

    private byte[] zip(BiConsumer<ZipEntry, byte[]> settings) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                settings.accept(entry, part.getValue());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] packed(byte[] part) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static long checksum(byte[] part) {
        var checksum = new CRC32();
        checksum.update(part);
        return checksum.getValue();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static UnaryOperator<String> also(String relationship) {
        return all -> all.replace("</Relationships>", relationship + "</Relationships>");
    }
}
