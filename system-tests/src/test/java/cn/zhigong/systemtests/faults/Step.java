package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a user does next.
 *
 * @param op the operation's name in the history
 * @param key what it is done to; empty for what is only being made, whose id is the key then
 * @param idemKey empty for what changes nothing and is not tried again
 * @param body null for a GET
 * @param afterwards what the user does with a good answer
 */
record Step(
        String op,
        String key,
        String idemKey,
        Api caller,
        String path,
        @Nullable Object body,
        Consumer<Answer> afterwards) {

    static Step read(String op, Api caller, String path, Consumer<Answer> afterwards) {
        return new Step(op, "", "", caller, path, null, afterwards);
    }

    Answer send() {
        if (body == null) {
            return caller.get(path);
        }
        return caller.with("Idempotency-Key", idemKey).post(path, body);
    }

    boolean changesSomething() {
        return body != null;
    }
}
