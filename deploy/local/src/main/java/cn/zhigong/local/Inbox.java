package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text messages of the local stack: one file per phone, named by the SHA-256 of the number so that no file name
 * holds a phone, with the newest code on its last line.
 */
record Inbox(Path folder) {

    private static final String COUNTRY = "+86";

    Optional<String> newestCode(String phone) {
        var number = phone.replaceAll("[\\s-]", "");
        var national = number.startsWith(COUNTRY) ? number.substring(COUNTRY.length()) : number;
        return Stream.of(national, COUNTRY + national)
                .map(Inbox::fileName)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(Inbox::lastLine);
    }

    static String fileName(String phone) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(phone.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + ".txt";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> lastLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).reduce((_, later) -> later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
