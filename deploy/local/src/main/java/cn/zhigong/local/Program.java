package cn.zhigong.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server to run as a process of its own.
 *
 * @param environment added to a small inherited environment, never the whole of ours
 * @param stopSignal the signal that asks it to end in good order, without SIG
 */
record Program(String name, List<String> command, Map<String, String> environment, Path log, String stopSignal) {

    static final String TERMINATE = "TERM";
    static final String INTERRUPT = "INT";
}
