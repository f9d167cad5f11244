package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.Job;
import io.github.dropblock.accuracy.job.TrainJob;
import io.github.dropblock.accuracy.job.Workers;
import io.github.dropblock.accuracy.trial.Csv;
import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Does the jobs that are not done yet, and tells the results. */
final class Lab {
  private final Plan plan;
  private final Path output;
  private final Path resultFolder;
  private final Workers workers;
  private final ResultFiles results;

  /**
   * A lab.
   *
   * @param plan how large the experiments are
   * @param output folder of the experiments' files
   * @param resultFolder where workers leave the results of single jobs
   * @param workers do the jobs
   */
  Lab(Plan plan, Path output, Path resultFolder, Workers workers) throws IOException {
    this.plan = plan;
    this.output = output;
    this.resultFolder = resultFolder;
    this.workers = workers;
    this.results = new ResultFiles(plan.recipes());
    results.readAll(output);
    results.readAll(resultFolder);
  }

  Plan plan() {
    return plan;
  }

  /** Does jobs; the rows of each go to a CSV file of this name as soon as it is done. */
  void run(String csvName, List<? extends Job> jobs) throws IOException {
    Path csv = output.resolve(csvName + ".csv");
    Set<List<String>> written = new HashSet<>(Csv.read(csv));
    List<Job> missing = new ArrayList<>();
    for (Job job : jobs) {
      if (!results.has(job)) {
        missing.add(job);
      } else if (!written.containsAll(results.of(job))) {
        Csv.append(csv, job.header(), results.of(job));
      }
    }
    System.err.printf(
        Locale.ROOT,
        "%s: %d results of %d are there already, %d are computed%n",
        csv,
        jobs.size() - missing.size(),
        jobs.size(),
        missing.size());
    if (!missing.isEmpty()) {
      work(csv, csvName, missing);
    }
  }

  private void work(Path csv, String name, List<Job> jobs) throws IOException {
    int total = jobs.stream().mapToInt(job -> job.cost(plan.recipe())).sum();
    try (ProgressBar bar =
        new ProgressBarBuilder().setTaskName(name).setInitialMax(total).build()) {
      workers.run(
          jobs,
          new Workers.Listener() {
            @Override
            public void progressed(Job job, int cost) {
              bar.stepBy(cost);
              bar.setExtraMessage(" " + job.trial().fileName());
            }

            @Override
            public void finished(Job job) throws IOException {
              results.readOne(job, resultFolder.resolve(job.fileName()));
              Csv.append(csv, job.header(), results.of(job));
            }
          });
    }
  }

  /** The rows of a job that is done. */
  List<List<String>> rows(Job job) {
    return results.of(job);
  }

  /** A number from the only row of each seed's job. */
  double[] values(
      List<Long> seeds, LongFunction<? extends Job> job, ToDoubleFunction<List<String>> value) {
    return seeds.stream()
        .mapToDouble(seed -> value.applyAsDouble(results.of(job.apply(seed)).get(0)))
        .toArray();
  }

  /** Percent of the test images, after the last epoch of each seed's job. */
  double[] test(List<Long> seeds, LongFunction<? extends Job> job) {
    return values(seeds, job, row -> 100 * EpochRow.of(row).testAccuracy().orElseThrow());
  }

  /** Percent of the test images, after a trial's last epoch, for each seed. */
  double[] test(Trial trial, List<Long> seeds) {
    return test(seeds, seed -> new TrainJob(trial.withSeed(seed), true));
  }

  /** Percent of the validation images, after a trial's last epoch, for each seed. */
  double[] validation(Trial trial, List<Long> seeds) {
    return values(
        seeds,
        seed -> new TrainJob(trial.withSeed(seed), false),
        row -> 100 * EpochRow.of(row).validationAccuracy());
  }

  /** A job for each trial and seed, seed by seed, so that the first results are of all trials. */
  static <T, J extends Job> List<J> jobs(
      Collection<T> trials, List<Long> seeds, BiFunction<T, Long, J> job) {
    return seeds.stream()
        .flatMap(seed -> trials.stream().map(trial -> job.apply(trial, seed)))
        .toList();
  }

  /** Trainings of the small regime, which may see the test images or not. */
  static List<TrainJob> jobs(List<Trial> trials, List<Long> seeds, boolean test) {
    return jobs(trials, seeds, (trial, seed) -> new TrainJob(trial.withSeed(seed), test));
  }
}
