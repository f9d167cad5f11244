package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Group;
import java.util.List;
import java.util.Map;

/**
 * What one JVM measured.
 *
 * @param group what it was asked for
 * @param kernels name of the library's kernels
 * @param kernelReason why they were chosen
 * @param options of the JVM, without the class path
 * @param environment what was added to it
 * @param measurements of each row
 */
public record ForkResult(
    Group group,
    String kernels,
    String kernelReason,
    List<String> options,
    Map<String, String> environment,
    List<Measurement> measurements) {}
