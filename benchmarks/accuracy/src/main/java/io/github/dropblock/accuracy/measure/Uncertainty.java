package io.github.dropblock.accuracy.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is measured of predictions, by the columns of a CSV file. */
public enum Uncertainty {
  ACCURACY("accuracy"),
  CALIBRATION_ERROR("calibration_error"),
  LOG_LOSS("log_loss"),
  REJECTED_10("accuracy_rejected_10"),
  REJECTED_20("accuracy_rejected_20"),
  REJECTED_30("accuracy_rejected_30"),
  REJECTED_50("accuracy_rejected_50"),
  /** Of unknown images by their entropy; empty where there are none. */
  AUROC_ENTROPY("auroc_entropy"),
  /**
   * Of unknown images by their mutual information; empty where there are none. One draw has none
   * for any image, which gives 0.5.
   */
  AUROC_INFORMATION("auroc_mutual_information");

  /** Accuracy where nothing is rejected, and where more and more is. */
  public static final List<Uncertainty> REJECTIONS =
      List.of(ACCURACY, REJECTED_10, REJECTED_20, REJECTED_30, REJECTED_50);

  private final String column;

  Uncertainty(String column) {
    this.column = column;
  }

  /** The columns, in their order. */
  public static List<String> header() {
    return List.of(values()).stream().map(value -> value.column).toList();
  }

  /** The share of images that is rejected. */
  public double rejected() {
    return switch (this) {
      case REJECTED_10 -> 0.1;
      case REJECTED_20 -> 0.2;
      case REJECTED_30 -> 0.3;
      case REJECTED_50 -> 0.5;
      default -> 0;
    };
  }

  /** All that is measured of images of the classes that the network was trained on. */
  public static List<String> of(Predictions known) {
    List<String> fields = new ArrayList<>();
    for (Uncertainty value : values()) {
      switch (value) {
        case CALIBRATION_ERROR -> fields.add(text(Calibration.error(known, Calibration.BINS)));
        case LOG_LOSS -> fields.add(text(LogLoss.of(known)));
        case AUROC_ENTROPY, AUROC_INFORMATION -> fields.add("");
        default -> fields.add(text(Rejection.accuracy(known, value.rejected())));
      }
    }
    return fields;
  }

  /** The same, and how well unknown images are told from them. */
  public static List<String> of(Predictions known, Predictions unknown) {
    List<String> fields = of(known);
    fields.set(AUROC_ENTROPY.ordinal(), text(Separation.auroc(known.entropy(), unknown.entropy())));
    fields.set(
        AUROC_INFORMATION.ordinal(),
        text(Separation.auroc(known.mutualInformation(), unknown.mutualInformation())));
    return fields;
  }

  /** The value in a row that ends with these columns. */
  public double in(List<String> row) {
    return Double.parseDouble(row.get(row.size() - values().length + ordinal()));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
