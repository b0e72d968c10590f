package cn.zhigong.membership.joincode;

import cn.zhigong.platform.calendar.ChinaTime;
import jakarta.inject.Singleton;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws the poster that a union hangs up: its name, the QR, until when it is good and how to join. */
@Singleton
class Poster {

    private static final PDRectangle PAGE = PDRectangle.A4;
    private static final float MIDDLE = PAGE.getWidth() / 2;
    private static final float WIDEST = PAGE.getWidth() - 100;
    private static final float HEADER = 150;
    private static final float QR_SIDE = 300;
    private static final float QR_BOTTOM = 290;
    private static final int MOST_NAME_LINES = 2;
    private static final Color RED = new Color(0xb7, 0x1c, 0x1c);
    private static final Color INK = new Color(0x21, 0x21, 0x21);
    private static final Color GREY = new Color(0x61, 0x61, 0x61);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final List<String> STEPS = List.of(
            "1  用手机相机或微信扫一扫上方二维码", "2  阅读工会章程，用手机验证码确认是本人", "3  填写姓名、证件号码和工作单位，提交申请", "4  提交后可查看审批进度；入会不收取任何费用");

    byte[] pdf(Issuing.Display display) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage(PAGE);
            document.addPage(page);
            document.getDocumentInformation().setTitle("扫码加入工会");
            var font = PosterFont.in(document);
            try (var content = new PDPageContentStream(document, page)) {
                draw(new Pen(content, font), display);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(Pen pen, Issuing.Display display) throws IOException {
        pen.box(RED, 0, PAGE.getHeight() - HEADER, PAGE.getWidth(), HEADER);
        pen.centred("扫码加入工会", 48, PAGE.getHeight() - 92, Color.WHITE);
        pen.centred("加入工会，共享普惠服务", 18, PAGE.getHeight() - 126, Color.WHITE);
        name(pen, display.found().organisationName());
        qr(pen, Qr.of(display.url()));
        var code = display.found().code();
        pen.centred("有效期：" + day(code.validFrom()) + "至" + lastDay(code.validUntil()), 15, 262, INK);
        float line = 218;
        for (var step : STEPS) {
            pen.left(step, 15, 120, line, INK);
            line -= 27;
        }
        pen.box(RED, 50, 100, WIDEST, 1.5f);
        pen.centred("请确认打开的网址开头为 " + origin(display.url()), 11, 78, GREY);
        pen.centred("入会码 " + grouped(display.found().handle()), 11, 58, GREY);
    }

    private static void name(Pen pen, String name) throws IOException {
        var shown = pen.font().showable(name);
        float size = 30;
        var lines = wrapped(pen.font(), shown, size);
        while (lines.size() > MOST_NAME_LINES) {
            size -= 2;
            lines = wrapped(pen.font(), shown, size);
        }
        var baseline = lines.size() == 1 ? 634f : 652f;
        for (var line : lines) {
            pen.centred(line, size, baseline, INK);
            baseline -= size * 1.25f;
        }
    }

    /** Chinese may break anywhere; lines are filled evenly so that no character stands alone. */
    static List<String> wrapped(PosterFont font, String text, float size) {
        var count = Math.max(1, (int) Math.ceil(font.width(text, size) / WIDEST));
        var characters = text.codePoints().toArray();
        var perLine = (characters.length + count - 1) / count;
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < characters.length; from += perLine) {
            lines.add(new String(characters, from, Math.min(perLine, characters.length - from)));
        }
        return lines;
    }

    private static void qr(Pen pen, Qr qr) throws IOException {
        var cell = QR_SIDE / qr.size();
        var left = MIDDLE - QR_SIDE / 2;
        pen.colour(Color.BLACK);
        for (int row = 0; row < qr.size(); row++) {
            for (int column = 0; column < qr.size(); column++) {
                if (qr.isDark(column, row)) {
                    pen.cell(left + column * cell, QR_BOTTOM + QR_SIDE - (row + 1) * cell, cell);
                }
            }
        }
        pen.fill();
    }

    private static String day(Instant instant) {
        return DAY.format(ChinaTime.dayOf(instant));
    }

    /** People read a last day as included. */
    private static String lastDay(Instant until) {
        return day(until.minus(Duration.ofMillis(1)));
    }

    private static String origin(String url) {
        return url.substring(0, url.indexOf("/j/") + 3);
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{5})(?=.)", "$1-");
    }

    /** Draws on the page. */
    private record Pen(PDPageContentStream content, PosterFont font) {

        void box(Color colour, float x, float y, float width, float height) throws IOException {
            content.setNonStrokingColor(colour);
            content.addRect(x, y, width, height);
            content.fill();
        }

        void cell(float x, float y, float side) throws IOException {
            content.addRect(x, y, side, side);
        }

        void colour(Color colour) throws IOException {
            content.setNonStrokingColor(colour);
        }

        void fill() throws IOException {
            content.fill();
        }

        void centred(String text, float size, float baseline, Color colour) throws IOException {
            left(text, size, MIDDLE - font.width(font.showable(text), size) / 2, baseline, colour);
        }

        void left(String text, float size, float x, float baseline, Color colour) throws IOException {
            content.beginText();
            content.setNonStrokingColor(colour);
            content.setFont(font.font(), size);
            content.newLineAtOffset(x, baseline);
            content.showText(font.showable(text));
            content.endText();
        }
    }
}
