package io.github.dropblock.spark;

import io.github.dropblock.search.Objective;
import io.github.dropblock.search.Trial;
import io.github.dropblock.search.TrialResult;
import io.github.dropblock.search.TrialRunner;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs trials as tasks on Spark, one task a trial: as many at a time as the executors have cores
 * for.
 *
 * <p>An objective's exception is its trial's failure. If an executor is lost, Spark runs its trials
 * again elsewhere; if that fails {@code spark.task.maxFailures} times, the search ends with Spark's
 * exception, and can go on from its store.
 *
 * <p>The objective is sent to the executors by Java serialization, and its classes must be on their
 * class path.
 *
 * @since 0.1.0
 */
public final class SparkTrialRunner implements TrialRunner {
  private final JavaSparkContext spark;

  /**
   * A runner.
   *
   * @param spark the context, which stays the caller's to stop
   * @throws IllegalArgumentException if {@code spark} is null
   */
  public SparkTrialRunner(JavaSparkContext spark) {
    this.spark = Arguments.notNull("spark", spark);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the objective cannot be serialized
   */
  @Override
  public void run(List<Trial> trials, Objective objective, Consumer<TrialResult> onResult)
      throws InterruptedException {
    checkSerializable(objective);
    TrialJob job = TrialJob.submit(spark, trials, objective);
    try {
      for (int i = 0; i < trials.size(); i++) {
        onResult.accept(job.take());
      }
    } finally {
      job.cancel();
    }
  }

  /** Spark's own message is about a task and names no argument. */
  private static void checkSerializable(Objective objective) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(objective);
    } catch (IOException e) {
      throw new IllegalArgumentException("objective must be serializable: " + e, e);
    }
  }
}
