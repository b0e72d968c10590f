package cn.zhigong.bench;

/** The measurement cannot be made or would mean nothing. */
final class BenchException extends RuntimeException {

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
