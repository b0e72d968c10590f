package cn.zhigong.local;

/** One process of the stack. */
sealed interface Part permits PostgresServer, KafkaBroker, KeycloakServer, Service {

    String name();

    /** Where it answers, for people to read. */
    String address();

    /** Starts it and waits, for a bounded time, until it is ready. */
    Child start(Children children);

    /** Whether it answers right now. */
    boolean answers();
}
