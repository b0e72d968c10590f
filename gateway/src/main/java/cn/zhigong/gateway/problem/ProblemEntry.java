package cn.zhigong.gateway.problem;

/**
 * One problem of a catalogue: what it is called, what it means and what to do about it.
 *
 * @param code the constant that clients compare with
 * @param slug the last part of the problem's {@code type}
 * @param retryable whether the same request can succeed later without a change
 */
public record ProblemEntry(
        String code, String slug, int status, boolean retryable, Texts title, Texts meaning, Texts remedy) {}
