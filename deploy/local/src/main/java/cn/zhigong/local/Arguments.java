package cn.zhigong.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line: {@code [--state DIR] COMMAND [WORD | KEY=VALUE | --flag]...}.
 *
 * @param rest everything behind the command as it was written
 */
record Arguments(String command, Optional<String> state, List<String> rest) {

    static Arguments parse(List<String> line) {
        var words = new ArrayList<>(line);
        Optional<String> state = Optional.empty();
        if (!words.isEmpty() && words.getFirst().equals("--state")) {
            if (words.size() < 2) {
                throw new LocalStackException("--state wants a folder");
            }
            state = Optional.of(words.get(1));
            words.subList(0, 2).clear();
        }
        var command = words.isEmpty() ? "help" : words.removeFirst();
        return new Arguments(command, state, List.copyOf(words));
    }

    boolean has(String flag) {
        return rest.contains(flag);
    }

    /** The KEY=VALUE words; make passes keys without a value when they were not given. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var word : rest) {
            int equals = word.indexOf('=');
            if (equals > 0 && equals < word.length() - 1) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return values;
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values().get(key));
    }

    List<String> words() {
        return rest.stream()
                .filter(word -> !word.startsWith("--") && word.indexOf('=') < 0)
                .toList();
    }

    String onlyWord(String what) {
        if (words().size() != 1) {
            throw new LocalStackException("%s wants %s".formatted(command, what));
        }
        return words().getFirst();
    }
}
