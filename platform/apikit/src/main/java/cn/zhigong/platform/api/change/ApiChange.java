package cn.zhigong.platform.api.change;

/**
 * One difference.
 *
 * @param breaks whether a client that was right before can be wrong now
 * @param operation the operation's id
 * @param what the difference in words
 */
public record ApiChange(boolean breaks, String operation, String what) {

    @Override
    public String toString() {
        return (breaks ? "BREAKS CLIENTS  " : "                ") + operation + ": " + what;
    }
}
