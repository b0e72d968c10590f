package cn.zhigong.bench;

import java.util.List;

/** One benchmark: sets its scene, measures it with the kit's rounds and clears it away. */
interface Benchmark {

    /** What it found; the first measure is the one that its goal is about. */
    List<Measure> run();
}
