package cn.zhigong.systemtests.stack;

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

    /** Starting it once more after it failed to start would only cost minutes, so a failure is kept too. */
    private record Attempt(@Nullable Stack stack, @Nullable RuntimeException failure) implements AutoCloseable {

        static Attempt toStart() {
            try {
                return new Attempt(Stack.start(), null);
            } catch (RuntimeException e) {
                return new Attempt(null, e);
            }
        }

        Stack get() {
            if (stack == null) {
                throw new IllegalStateException("The stack did not start", failure);
            }
            return stack;
        }

        @Override
        public void close() {
            if (stack != null) {
                stack.close();
            }
        }
    }

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
        var attempt = attempt(context);
        if (attempt.stack() != null) {
            System.err.printf(
                    "%n%s failed. What the stack says:%n%s%n",
                    context.getDisplayName(), attempt.stack().diagnosis());
        }
    }

    private static Stack stack(ExtensionContext context) {
        return attempt(context).get();
    }

    private static Attempt attempt(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Attempt.class, _ -> Attempt.toStart(), Attempt.class);
    }
}
