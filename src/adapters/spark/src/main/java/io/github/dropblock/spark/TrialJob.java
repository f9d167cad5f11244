package io.github.dropblock.spark;

import io.github.dropblock.search.Objective;
import io.github.dropblock.search.Trial;
import io.github.dropblock.search.TrialResult;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A job with one partition per trial, whose results arrive one by one.
 *
 * <p>Spark's actions give results when all are there, or in the order of partitions, and a search
 * is to lose nothing that is done. So each task adds its result to an accumulator.
 */
final class TrialJob {
  private static final String INTERRUPT = "spark.job.interruptOnCancel";

  /** How long after the end of a failed job its caller hears of it. */
  private static final long MILLISECONDS = 50;

  private final TrialResults results;
  private final JavaFutureAction<Void> action;

  private TrialJob(TrialResults results, JavaFutureAction<Void> action) {
    this.results = results;
    this.action = action;
  }

  static TrialJob submit(JavaSparkContext spark, List<Trial> trials, Objective objective) {
    TrialResults results = new TrialResults();
    spark.sc().register(results);
    TrialTask task = new TrialTask(List.copyOf(trials), objective, results);
    List<Integer> places = IntStream.range(0, trials.size()).boxed().toList();
    String before = spark.getLocalProperty(INTERRUPT);
    // The tasks of a search that was given up would otherwise train to their end.
    spark.setLocalProperty(INTERRUPT, "true");
    try {
      return new TrialJob(
          results, spark.parallelize(places, trials.size()).foreachPartitionAsync(task));
    } finally {
      spark.setLocalProperty(INTERRUPT, before);
    }
  }

  /** The next result, in the order in which trials finish. */
  TrialResult take() throws InterruptedException {
    while (true) {
      // Asked first: when the job has ended, all its results have arrived.
      boolean ended = action.isDone();
      TrialResult result = results.poll(ended ? 0 : MILLISECONDS);
      if (result != null) {
        return result;
      }
      if (ended) {
        throw failure();
      }
    }
  }

  private IllegalStateException failure() throws InterruptedException {
    Throwable cause = null;
    try {
      action.get();
    } catch (ExecutionException e) {
      cause = e.getCause();
    }
    return new IllegalStateException("the Spark job ended: " + cause, cause);
  }

  /** Gives up what did not finish; no effect on a job that is done. */
  void cancel() {
    action.cancel(true);
  }
}
