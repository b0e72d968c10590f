package cn.zhigong.platform.testing.events;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of types, so that it is said once. Types whose source is not in this repository say nothing. */
final class Javadocs {

    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main", "java"), Path.of("..", "platform", "src", "main", "java"));

    /**
     * The words about a type.
     *
     * @param sentence the first one; empty when there is none
     * @param whole without the tags
     * @param parameters by name
     */
    record Words(String sentence, String whole, Map<String, String> parameters) {

        static final Words NONE = new Words("", "", Map.of());
    }

    private final Map<Path, Map<String, Words>> read = new HashMap<>();

    Words of(Class<?> type) {
        if (type.isPrimitive() || type.isArray()) {
            return Words.NONE;
        }
        var outermost = outermost(type);
        var file = Path.of(outermost.getName().replace('.', '/') + ".java");
        return read.computeIfAbsent(file, Javadocs::parsed)
                .getOrDefault(
                        type.getName().substring(outermost.getPackageName().length() + 1), Words.NONE);
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    private static Map<String, Words> parsed(Path file) {
        return SOURCES.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(Javadocs::parse)
                .orElse(Map.of());
    }

    private static Map<String, Words> parse(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, _ -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            var words = new HashMap<String, Words>();
            for (var unit : task.parse()) {
                new Types(DocTrees.instance(task), words).scanUnit(unit);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks through the types of a file; nested ones are called as their class files are. */
    private static final class Types extends TreePathScanner<@Nullable Void, String> {

        private final DocTrees docs;
        private final Map<String, Words> words;

        Types(DocTrees docs, Map<String, Words> words) {
            this.docs = docs;
            this.words = words;
        }

        void scanUnit(CompilationUnitTree unit) {
            var _ = scan(unit, "");
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            var name = outer + type.getSimpleName();
            var comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                words.put(name, words(comment));
            }
            return super.visitClass(type, name + "$");
        }

        private static Words words(DocCommentTree comment) {
            var parameters = comment.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .collect(Collectors.toMap(one -> one.getName().toString(), one -> text(one.getDescription())));
            return new Words(text(comment.getFirstSentence()), text(comment.getFullBody()), parameters);
        }

        private static String text(List<? extends DocTree> parts) {
            return parts.stream()
                    .map(Types::text)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static String text(DocTree part) {
            return switch (part) {
                case TextTree text -> text.getBody();
                case LiteralTree code -> code.getBody().getBody();
                case LinkTree link when !link.getLabel().isEmpty() -> text(link.getLabel());
                case LinkTree link -> link.getReference().getSignature();
                default -> "";
            };
        }
    }
}
