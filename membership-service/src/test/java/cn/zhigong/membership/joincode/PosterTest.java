package cn.zhigong.membership.joincode;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joincode.JoinCodeRules.Facts;
import cn.zhigong.membership.joincode.JoinCodeStore.Found;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed can be scanned and read. */
class PosterTest {

    private static final String HANDLE = CodeText.random();
    private static final String URL = "https://union.example.cn/j/" + HANDLE;

    private static Issuing.Display display(String name) {
        var from = Instant.parse("2026-04-30T16:00:00Z");
        var code = new JoinCode(
                new UUID(0, 1),
                new UUID(0, 2),
                null,
                JoinCodes.Kind.POSTER,
                from,
                Instant.parse("2026-12-31T16:00:00Z"),
                null,
                0,
                "officer",
                false,
                from,
                null);
        return new Issuing.Display(new Found(new Facts(code, true, true), HANDLE, name), URL);
    }

    private static String scanned(BufferedImage image) throws Exception {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海市浦东新区陆家嘴街道楼宇联合工会",
                "短",
                "𠮷𪚥䶮工会 with Latin and emoji 😀 and control \u0007 \n characters",
                "上海市浦东新区张江高科技园区集成电路与生物医药产业从业人员和新就业形态劳动者联合工会委员会暨灵活就业人员服务中心工会联合会上海市浦东新区张江高科技园区集成电路"
            })
    void thePosterOfAnyNameIsOnePageWhoseCodeScans(String name) throws Exception {
        var pdf = new Poster().pdf(display(name));
        assertThat(pdf.length).as("the font is embedded as a subset").isLessThan(300_000);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var image = new PDFRenderer(document).renderImageWithDPI(0, 100);
            keep(name, image);
            assertThat(scanned(image)).isEqualTo(URL);
        }
    }

    @Test
    void thePosterSaysWhoUntilWhenAndHow() throws Exception {
        try (var document = Loader.loadPDF(new Poster().pdf(display("陆家嘴楼宇联合工会")))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("陆家嘴楼宇联合工会", "2026年5月1日至2026年12月31日", "扫一扫", HANDLE.substring(0, 5));
        }
    }

    @Test
    void aCharacterThatTheFontLacksIsShownAsMissing() throws Exception {
        try (var document = Loader.loadPDF(new Poster().pdf(display("𪚥工会")))) {
            assertThat(new PDFTextStripper().getText(document)).contains("〓工会");
        }
    }

    @Test
    void thePictureScans() throws Exception {
        assertThat(scanned(ImageIO.read(new ByteArrayInputStream(Qr.of(URL).png()))))
                .isEqualTo(URL);
    }

    /** The drawing's cells are painted here as a browser would: one unit squares at the places its path names. */
    @Test
    void theDrawingScans() throws Exception {
        var svg = Qr.of(URL).svg();
        var side = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        var image = new BufferedImage(side * 8, side * 8, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, side * 8, side * 8);
        paint.setColor(Color.BLACK);
        var cells = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (cells.find()) {
            paint.fillRect(Integer.parseInt(cells.group(1)) * 8, Integer.parseInt(cells.group(2)) * 8, 8, 8);
        }
        assertThat(scanned(image)).isEqualTo(URL);
    }

    /** For people to look at. */
    private static void keep(String name, BufferedImage image) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "posters"));
        ImageIO.write(image, "png", folder.resolve(name.length() + ".png").toFile());
    }
}
