package cn.zhigong.membership.member;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Asks before the interceptor of idempotency keys, which opens a transaction. */
@AsksLoginHolder
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 1)
class LoginHolderInterceptor {

    private final LoginHolder holder;

    LoginHolderInterceptor(LoginHolder holder) {
        this.holder = holder;
    }

    @AroundInvoke
    Object asked(InvocationContext call) throws Exception {
        holder.ask();
        return call.proceed();
    }
}
