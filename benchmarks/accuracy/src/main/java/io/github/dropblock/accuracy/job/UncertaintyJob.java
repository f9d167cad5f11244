package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.data.LeftOut;
import io.github.dropblock.accuracy.measure.Predictions;
import io.github.dropblock.accuracy.measure.Uncertainty;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.TrainedNetwork;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Measures what a network knows about its own errors: as it is, and as the mean of several draws
 * while its regularizer goes on dropping.
 *
 * @param trial which network
 * @param leavesOut whether it is of the small regime and trained without two classes, whose images
 *     are then unknown to it; otherwise it is of the wide regime
 */
public record UncertaintyJob(Trial trial, boolean leavesOut) implements Job {
  /** How many test images of known classes are used, the first ones. */
  public static final int IMAGES = 4000;

  /** How many draws are averaged. */
  public static final int DRAWS = 20;

  /** Percent of the progress that is training. */
  private static final int TRAINING = 70;

  /**
   * How many validation images a network without two classes looks at after each epoch. Nothing is
   * chosen by them.
   */
  private static final int VALIDATION = 80;

  static final String LEFT_OUT = "left-out";
  private static final int LEFT_OUT_COLUMN = Trial.FIELDS;

  @Override
  public List<String> header() {
    return Stream.concat(Trial.header("left_out", "draws").stream(), Uncertainty.header().stream())
        .toList();
  }

  @Override
  public int rows() {
    return trial.method() == Method.NONE ? 1 : 2;
  }

  @Override
  public boolean owns(List<String> row) {
    return Job.super.owns(row) && row.get(LEFT_OUT_COLUMN).equals(leftOut());
  }

  private String leftOut() {
    return leavesOut ? LeftOut.of(trial.seed()).toString() : "";
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = leavesOut ? withoutTwo(bench.trials()) : bench.wideTrials();
    int epochs = trials.recipe().epochs();
    TrainedNetwork network =
        trials.network(trial, epoch -> progress.accept(TRAINING * epoch / epochs));
    Images unknown = LeftOut.of(trial.seed()).unknown(bench.trials().testImages());
    List<List<String>> rows = new ArrayList<>();
    for (int draws : rows() == 1 ? new int[] {1} : new int[] {1, DRAWS}) {
      Trial dropped = draws == 1 ? Trial.none(trial.seed()) : trial.atInference();
      Predictions known = network.predictions(dropped, draws, trials.testImages(IMAGES));
      List<String> row = new ArrayList<>(trial.fields());
      row.add(leftOut());
      row.add(Integer.toString(draws));
      row.addAll(
          leavesOut
              ? Uncertainty.of(known, network.predictions(dropped, draws, unknown))
              : Uncertainty.of(known));
      rows.add(row);
    }
    progress.accept(100);
    return rows;
  }

  /** With as many images of each class that is left as with all classes. */
  private Trials withoutTwo(Trials all) {
    LeftOut leftOut = LeftOut.of(trial.seed());
    int ofClass = all.recipe().trainingImages() / FashionMnist.CLASSES;
    return new Trials(
        leftOut.known(all.data()),
        all.recipe().withTrainingImages(ofClass * LeftOut.KNOWN).withValidationImages(VALIDATION),
        all.folder().resolve("without-" + leftOut),
        all.regime());
  }

  /** Whether a row is of several draws. */
  public static boolean isMonteCarlo(List<String> row) {
    return !row.get(LEFT_OUT_COLUMN + 1).equals("1");
  }

  @Override
  public String choice() {
    return leavesOut ? LEFT_OUT : "";
  }
}
