package io.github.dropblock.search;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows trials done, the time left and the best result so far as a bar on the console. Needs {@code
 * me.tongfei:progressbar} on the class path.
 *
 * @since 0.1.0
 */
public final class ProgressBarListener implements SearchListener {
  private final ProgressBarBuilder builder;
  private ProgressBar bar;
  private TrialResult best;

  /** A bar on the standard error stream. */
  public ProgressBarListener() {
    this(ProgressBar.builder().setTaskName("trials"));
  }

  /**
   * A bar of the user's own looks.
   *
   * @param builder makes the bar; its maximum is set by the search
   * @throws IllegalArgumentException if {@code builder} is null
   */
  public ProgressBarListener(ProgressBarBuilder builder) {
    this.builder = Arguments.notNull("builder", builder);
  }

  @Override
  public void started(int trials) {
    best = null;
    bar = builder.setInitialMax(trials).build();
  }

  @Override
  public void finished(TrialResult result, boolean stored) {
    if (best == null || TrialResult.BEST_FIRST.compare(result, best) < 0) {
      best = result;
      bar.setExtraMessage(text(result));
    }
    bar.step();
  }

  private static String text(TrialResult result) {
    if (result.failed()) {
      return result.failure();
    }
    Candidate candidate = result.trial().candidate();
    return String.format(
        Locale.ROOT,
        "best %.4f: keepProb %.3f, block %d, %s",
        result.score(),
        candidate.keepProb(),
        candidate.blockSize(),
        candidate.place());
  }

  @Override
  public void ended() {
    bar.close();
  }
}
