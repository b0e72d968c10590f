/**
 * The page that a phone's camera opens from a join code (扫码入会页面): a worker without app and without account proves a
 * phone, fills in the application and follows it. Plain HTML made on the server; it needs no script.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.joinpage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
