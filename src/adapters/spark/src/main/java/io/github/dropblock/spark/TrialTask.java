package io.github.dropblock.spark;

import io.github.dropblock.search.Objective;
import io.github.dropblock.search.Trial;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.VoidFunction;

/**
 * What an executor does: run the trial whose place in the list is the partition's one element.
 *
 * <p>Trials travel with the task and not in the RDD, since a task is written by Java serialization
 * whatever the user has chosen for data.
 *
 * @param trials all trials of the job
 * @param objective the objective
 * @param results takes the result to the driver
 */
record TrialTask(List<Trial> trials, Objective objective, TrialResults results)
    implements VoidFunction<Iterator<Integer>>, Serializable {
  @Override
  public void call(Iterator<Integer> partition) {
    results.add(trials.get(partition.next()).run(objective));
  }
}
