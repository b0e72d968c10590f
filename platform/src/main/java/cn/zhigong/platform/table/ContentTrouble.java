package cn.zhigong.platform.table;

import java.io.IOException;

/** The content could not be had, which is nothing that its uploader did. */
final class ContentTrouble extends IOException {
    private final IOException told;

    ContentTrouble(IOException told) {
        super(told);
        this.told = told;
    }

    IOException told() {
        return told;
    }
}
