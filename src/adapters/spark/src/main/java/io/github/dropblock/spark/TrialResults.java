package io.github.dropblock.spark;

import io.github.dropblock.search.TrialResult;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.util.AccumulatorV2;

/**
 * The way of results from tasks to the driver: a task adds its one result, and Spark merges it into
 * the driver's instance as soon as the task has succeeded, once per trial even if a task runs
 * again.
 *
 * <p>Accumulators are written by Java serialization, whatever the user has chosen for data. Their
 * API is the same for each Scala that Spark is built for.
 */
final class TrialResults extends AccumulatorV2<TrialResult, TrialResult> {
  private static final long serialVersionUID = 1;

  /** Of the driver only. */
  private final transient BlockingQueue<TrialResult> arrived = new LinkedBlockingQueue<>();

  /** Of a task only; its executor also reads it from another thread, to report progress. */
  private volatile TrialResult result;

  @Override
  public boolean isZero() {
    return result == null;
  }

  @Override
  public TrialResults copy() {
    TrialResults copy = new TrialResults();
    copy.result = result;
    return copy;
  }

  @Override
  public void reset() {
    result = null;
  }

  @Override
  public void add(TrialResult value) {
    result = value;
  }

  @Override
  public void merge(AccumulatorV2<TrialResult, TrialResult> other) {
    if (!other.isZero()) {
      arrived.add(other.value());
    }
  }

  @Override
  public TrialResult value() {
    return result;
  }

  /** The next result, in the order in which trials finish; null if none comes in that time. */
  TrialResult poll(long milliseconds) throws InterruptedException {
    return arrived.poll(milliseconds, TimeUnit.MILLISECONDS);
  }
}
