package cn.zhigong.platform.testing;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A committed list, one entry a line; what follows {@code #} says why. */
final class Listed {

    private Listed() {}

    static Set<String> in(Path file) {
        return Approved.read(file)
                .lines()
                .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
