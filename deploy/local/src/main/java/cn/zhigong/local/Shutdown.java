package cn.zhigong.local;

/** What is done when the launcher ends, by Ctrl-C above all. */
final class Shutdown {

    private static volatile boolean begun;

    private Shutdown() {}

    static void hook(Runnable action) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            begun = true;
                            action.run();
                        },
                        "shutdown"));
    }

    /** Failures from then on are consequences, not news. */
    static boolean hasBegun() {
        return begun;
    }
}
