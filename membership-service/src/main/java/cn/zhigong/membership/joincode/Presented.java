package cn.zhigong.membership.joincode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody shows us as a join code. */
sealed interface Presented {

    /** The 26 characters that name the code in each of the forms. */
    String handle();

    /** A poster's code. */
    record Printed(String handle) implements Presented {
        @Override
        public String toString() {
            return handle;
        }
    }

    /** What a live display showed: the code with a seal that is good for the half minute and the one after. */
    record Shown(String handle, String seal) implements Presented {
        @Override
        public String toString() {
            return String.join(".", handle, seal);
        }
    }

    /**
     * What one person got for looking at a live code in time.
     *
     * @param until epoch seconds
     * @param serial tells it from all others, so that it is spent once
     */
    record Pass(String handle, long until, String serial, String seal) implements Presented {
        @Override
        public String toString() {
            return String.join(".", handle, CodeText.of(until), serial, seal);
        }
    }

    /** Longer than any of the forms with all the hyphens somebody may add. */
    int LONGEST = 200;

    static Optional<Presented> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (var part : typed.split("\\.", -1)) {
            var read = CodeText.read(part);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            parts.add(read.get());
        }
        return parts.getFirst().length() == CodeText.SIZE ? of(parts) : Optional.empty();
    }

    private static Optional<Presented> of(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> Optional.of(new Printed(parts.get(0)));
            case 2 -> Optional.of(new Shown(parts.get(0), parts.get(1)));
            case 4 ->
                CodeText.number(parts.get(1)).map(until -> new Pass(parts.get(0), until, parts.get(2), parts.get(3)));
            default -> Optional.empty();
        };
    }
}
