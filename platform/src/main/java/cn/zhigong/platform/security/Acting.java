package cn.zhigong.platform.security;

/**
 * Whose doing it is where there is no request: a job acts for whoever started it, hours later perhaps. What is recorded
 * meanwhile names them, as it would have in their request.
 */
public final class Acting {

    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private Acting() {}

    /** Runs something in the name of a caller. */
    public static void as(Caller caller, Runnable work) {
        ScopedValue.where(CALLER, caller).run(work);
    }

    /** In whose name this thread works; {@link Caller#NOBODY} when the platform acts by itself. */
    public static Caller caller() {
        return CALLER.orElse(Caller.NOBODY);
    }
}
