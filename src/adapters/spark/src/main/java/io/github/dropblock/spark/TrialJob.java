package io.github.dropblock.spark;

import io.github.dropblock.search.Objective;
import io.github.dropblock.search.Trial;
import io.github.dropblock.search.TrialResult;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * A job with one partition a trial, whose results arrive one by one.
 *
 * <p>Spark's Java API gives results when all are there, or in the order of partitions, and a search
 * is to lose nothing that is done; hence the Scala call.
 */
final class TrialJob {
  private static final String INTERRUPT = "spark.job.interruptOnCancel";

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private SimpleFutureAction<Object> action;

  /** A result, or the end of the job. */
  private record Event(TrialResult result, Throwable failure) {}

  private TrialJob() {}

  static TrialJob submit(JavaSparkContext spark, List<Trial> trials, Objective objective) {
    List<Integer> places = IntStream.range(0, trials.size()).boxed().toList();
    JavaRDD<Integer> partitions = spark.parallelize(places, trials.size());
    TrialJob job = new TrialJob();
    String before = spark.getLocalProperty(INTERRUPT);
    // The tasks of a search that was given up would otherwise train to their end.
    spark.setLocalProperty(INTERRUPT, "true");
    try {
      job.start(partitions, new TrialTask(List.copyOf(trials), objective), places);
    } finally {
      spark.setLocalProperty(INTERRUPT, before);
    }
    return job;
  }

  private void start(JavaRDD<Integer> partitions, TrialTask task, List<Integer> places) {
    action =
        partitions
            .context()
            .<Integer, byte[], Object>submitJob(
                partitions.rdd(),
                task,
                CollectionConverters.<Object>asScala(List.<Object>copyOf(places)).toSeq(),
                (place, outcome) -> {
                  Trial trial = task.trials().get((Integer) place);
                  events.add(new Event(Outcome.read(trial, outcome), null));
                  return BoxedUnit.UNIT;
                },
                () -> null);
    action.onComplete(this::ended, ExecutionContext.fromExecutor(Runnable::run));
  }

  private Object ended(Try<Object> outcome) {
    if (outcome.isFailure()) {
      events.add(new Event(null, outcome.failed().get()));
    }
    return null;
  }

  /** The next result, in the order in which trials finish. */
  TrialResult take() throws InterruptedException {
    Event event = events.take();
    if (event.failure() != null) {
      throw new IllegalStateException("the Spark job ended: " + event.failure(), event.failure());
    }
    return event.result();
  }

  /** Gives up what did not finish; no effect on a job that is done. */
  void cancel() {
    action.cancel();
  }
}
