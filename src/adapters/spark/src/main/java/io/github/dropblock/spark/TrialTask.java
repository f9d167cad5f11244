package io.github.dropblock.spark;

import io.github.dropblock.search.Objective;
import io.github.dropblock.search.Trial;
import java.io.Serializable;
import java.util.List;
import scala.Function1;
import scala.collection.Iterator;

/**
 * What an executor does: run the trial whose place in the list is the partition's one element.
 *
 * <p>Trials travel with the task and not in the RDD, since a task is written by Java serialization
 * whatever the user has chosen for data.
 *
 * @param trials all trials of the job
 * @param objective the objective
 */
record TrialTask(List<Trial> trials, Objective objective)
    implements Function1<Iterator<Integer>, byte[]>, Serializable {
  @Override
  public byte[] apply(Iterator<Integer> partition) {
    return Outcome.write(trials.get(partition.next()).run(objective));
  }
}
