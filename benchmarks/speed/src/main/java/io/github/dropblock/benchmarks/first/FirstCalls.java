package io.github.dropblock.benchmarks.first;

/**
 * The first calls in fresh JVMs of one kind. All times are medians, in milliseconds from the start
 * of the process.
 *
 * @param kernels the library's kernels
 * @param sharing what the JVMs take over from an earlier run; empty if nothing
 * @param jvms how many
 * @param empty when an empty program runs
 * @param mask when the first mask of (32,256,14,14) is drawn
 * @param pass when it is applied for the first time
 * @param steady from when on calls are as fast as later
 * @param emptyCpu the CPU time of all threads when the empty program runs
 * @param maskCpu the same when the first mask is drawn
 */
public record FirstCalls(
    String kernels,
    String sharing,
    int jvms,
    double empty,
    double mask,
    double pass,
    double steady,
    double emptyCpu,
    double maskCpu) {
  /** Returns what the first mask takes beyond an empty JVM with the same options. */
  public double beyondEmpty() {
    return mask - empty;
  }
}
