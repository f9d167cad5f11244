package io.github.dropblock.accuracy.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One row of results.
 *
 * @param trial which trial
 * @param epoch counted from 1
 * @param trainLoss mean loss of the epoch's steps, with the regularizer at work
 * @param validationAccuracy share of the validation images, after the epoch
 * @param testAccuracy share of the test images; only after the last epoch of a trial that may see
 *     them
 */
public record EpochRow(
    Trial trial,
    int epoch,
    double trainLoss,
    double validationAccuracy,
    OptionalDouble testAccuracy) {
  /** The columns of a CSV file. */
  public static final List<String> HEADER =
      Trial.header("epoch", "train_loss", "validation_accuracy", "test_accuracy");

  /** The values of the columns. */
  public List<String> fields() {
    List<String> fields = new ArrayList<>(trial.fields());
    fields.add(Integer.toString(epoch));
    fields.add(String.format(Locale.ROOT, "%.5f", trainLoss));
    fields.add(share(validationAccuracy));
    fields.add(testAccuracy.isPresent() ? share(testAccuracy.getAsDouble()) : "");
    return fields;
  }

  /** The same with the accuracy on the test images. */
  EpochRow withTest(double accuracy) {
    return new EpochRow(trial, epoch, trainLoss, validationAccuracy, OptionalDouble.of(accuracy));
  }

  /** The rows of a result file: that of the last epoch. */
  public static List<List<String>> last(List<EpochRow> rows) {
    return List.of(rows.get(rows.size() - 1).fields());
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A row from the values of the columns. */
  public static EpochRow of(List<String> fields) {
    List<String> rest = fields.subList(Trial.FIELDS, HEADER.size());
    String test = rest.get(3);
    return new EpochRow(
        Trial.of(fields),
        Integer.parseInt(rest.get(0)),
        Double.parseDouble(rest.get(1)),
        Double.parseDouble(rest.get(2)),
        test.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(test)));
  }
}
