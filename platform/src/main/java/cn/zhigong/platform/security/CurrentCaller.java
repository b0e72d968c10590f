package cn.zhigong.platform.security;

/**
 * The caller of the request in progress; inject it where a request is served, and pass {@link #get()} on as a value.
 */
public class CurrentCaller {

    private final Caller caller;

    CurrentCaller(Caller caller) {
        this.caller = caller;
    }

    /** For the client proxy that stands for this request-scoped bean. */
    protected CurrentCaller() {
        this(Caller.NOBODY);
    }

    public Caller get() {
        return caller;
    }
}
