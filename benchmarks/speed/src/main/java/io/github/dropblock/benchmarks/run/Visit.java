package io.github.dropblock.benchmarks.run;

/**
 * One visit of a row.
 *
 * @param nanos median time of a call over the iterations
 * @param bytesPerCall what a call of the last iteration allocates
 */
record Visit(double nanos, double bytesPerCall) {}
