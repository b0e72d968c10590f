package cn.zhigong.systemtests.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** One stack for the whole run; what went wrong in it is printed with the test that failed. */
final class StackExtension implements BeforeEachCallback, ParameterResolver, TestWatcher {

    private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);

    /** Starting it once more after it failed to start would only cost minutes. */
    private static @Nullable RuntimeException failedToStart;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        stack(context).logs().mark();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        var stack = context.getRoot().getStore(NAMESPACE).get(Stack.class, Stack.class);
        if (stack != null) {
            System.err.printf("%n%s failed. What the stack says:%n", context.getDisplayName());
            List.of(stack.diagnosis()).forEach(System.err::println);
        }
    }

    private static synchronized Stack stack(ExtensionContext context) {
        if (failedToStart != null) {
            throw failedToStart;
        }
        try {
            return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stack.class, _ -> Stack.start(), Stack.class);
        } catch (RuntimeException e) {
            failedToStart = e;
            throw e;
        }
    }
}
