package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.benchmarks.run.Allocation;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Counts what an iteration allocates. Each benchmark has exactly one state of this kind. */
@State(Scope.Benchmark)
public abstract class Counted {
  /** Starts to count. */
  @Setup(Level.Iteration)
  public void startCounting() {
    Allocation.start();
  }

  /** Counts. */
  @TearDown(Level.Iteration)
  public void stopCounting() {
    Allocation.stop();
  }
}
