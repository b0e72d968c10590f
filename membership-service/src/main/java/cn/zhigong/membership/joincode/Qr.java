package cn.zhigong.membership.joincode;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A QR symbol (ISO/IEC 18004) with a quarter of error correction, for posters get dirty. */
final class Qr {

    /** Cells of white that readers need on each side. */
    static final int QUIET = 4;

    private static final int PIXELS_PER_CELL = 12;
    private static final int WHITE = 0xffffff;

    private final ByteMatrix cells;

    private Qr(ByteMatrix cells) {
        this.cells = cells;
    }

    static Qr of(String text) {
        try {
            return new Qr(Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    /** Cells from side to side without the quiet zone. */
    int size() {
        return cells.getWidth();
    }

    boolean isDark(int column, int row) {
        return cells.get(column, row) == 1;
    }

    byte[] png() {
        var side = (size() + 2 * QUIET) * PIXELS_PER_CELL;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!isDarkInside(x / PIXELS_PER_CELL - QUIET, y / PIXELS_PER_CELL - QUIET)) {
                    image.setRGB(x, y, WHITE);
                }
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String svg() {
        var side = size() + 2 * QUIET;
        var path = new StringBuilder();
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                if (isDark(column, row)) {
                    path.append("M%d %dh1v1h-1z".formatted(column + QUIET, row + QUIET));
                }
            }
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>
                <path d="%2$s"/>
                </svg>
                """.formatted(side, path);
    }

    private boolean isDarkInside(int column, int row) {
        return column >= 0 && row >= 0 && column < size() && row < size() && isDark(column, row);
    }
}
