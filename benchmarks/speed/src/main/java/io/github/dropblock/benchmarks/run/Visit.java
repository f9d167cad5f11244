package io.github.dropblock.benchmarks.run;

/**
 * One visit of a row.
 *
 * @param nanos median time of a call over the iterations
 * @param calls of the last iteration
 * @param bytes that all threads allocated in that iteration
 */
record Visit(double nanos, long calls, long bytes) {}
