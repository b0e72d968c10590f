package cn.zhigong.local;

/** Something the person at the keyboard should read: the message is printed as it is, without a stack trace. */
final class LocalStackException extends RuntimeException {

    LocalStackException(String message) {
        super(message);
    }

    LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
