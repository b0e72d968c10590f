package cn.zhigong.platform.api.exchange;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which answers of a document nobody has got. */
public final class Coverage {

    /** What the chassis answers before any operation is asked; its own tests and the gateway's are there for them. */
    private static final Set<String> OF_THE_CHASSIS = Set.of("413", "429", "503");

    private Coverage() {}

    /**
     * Operations and statuses that are documented and were not exercised, {@code getNotes 200}.
     *
     * @param concerned the operations that are asked for
     * @param exercised in the same words
     */
    public static SortedSet<String> missing(
            ApiDocument document, Predicate<ApiOperation> concerned, Set<String> exercised) {
        var missing = new TreeSet<String>();
        document.operations().stream()
                .filter(concerned)
                .forEach(operation -> operation.statuses().stream()
                        .filter(status -> !OF_THE_CHASSIS.contains(status))
                        .forEach(status -> missing.add(operation.id() + " " + status)));
        missing.removeAll(exercised);
        return missing;
    }
}
