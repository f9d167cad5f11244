package io.github.dropblock.search;

import java.io.Serializable;
import java.util.Comparator;

/**
 * How a trial ended.
 *
 * @param trial the trial
 * @param score the score, higher is better; NaN exactly if the trial failed
 * @param failure why it failed, on one line; empty exactly if it did not
 * @serial exclude
 * @since 0.1.0
 */
public record TrialResult(Trial trial, double score, String failure) implements Serializable {
  /**
   * Successes first; the larger budget first, since scores at different budgets do not compare;
   * then the higher score, then the lower index.
   */
  static final Comparator<TrialResult> BEST_FIRST =
      Comparator.comparing(TrialResult::failed)
          .thenComparing(result -> -result.trial.budget())
          .thenComparing(TrialResult::score, Comparator.reverseOrder())
          .thenComparing(result -> result.trial.index());

  /**
   * Checks the values.
   *
   * @param trial the trial
   * @param score the score
   * @param failure why it failed
   * @throws IllegalArgumentException if a value is null, there is both a score and a failure or
   *     neither, or the failure is more than a line
   */
  public TrialResult {
    Arguments.notNull("trial", trial);
    Arguments.notNull("failure", failure);
    if (!failure.isEmpty()) {
      Arguments.line("failure", failure);
    }
    if (Double.isNaN(score) == failure.isEmpty()) {
      throw new IllegalArgumentException(
          "score must be NaN exactly if there is a failure: " + score + ", \"" + failure + "\"");
    }
  }

  /**
   * A result with a score.
   *
   * @param trial the trial
   * @param score the score, not NaN
   * @return the result
   * @throws IllegalArgumentException if a value is null or NaN
   */
  public static TrialResult ofScore(Trial trial, double score) {
    return new TrialResult(trial, score, "");
  }

  /**
   * A failure.
   *
   * @param trial the trial
   * @param message why it failed, not blank; line breaks become spaces
   * @return the result
   * @throws IllegalArgumentException if a value is null or blank
   */
  public static TrialResult ofFailure(Trial trial, String message) {
    String line = Arguments.notNull("message", message).strip().replaceAll("\\s+", " ");
    return new TrialResult(trial, Double.NaN, line);
  }

  /**
   * Whether the trial failed.
   *
   * @return true if so
   */
  public boolean failed() {
    return !failure.isEmpty();
  }
}
