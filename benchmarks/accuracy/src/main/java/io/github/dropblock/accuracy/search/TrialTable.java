package io.github.dropblock.accuracy.search;

import io.github.dropblock.search.Candidate;
import io.github.dropblock.search.SearchResult;
import io.github.dropblock.search.TrialResult;
import java.util.List;
import java.util.Locale;

/** The best trials of a search, as text. */
public final class TrialTable {
  private static final int ROWS = 5;
  private static final String HEADER = "epochs  keepProb  block size  place          validation\n";

  private TrialTable() {}

  /** A row for each of the best trials, the best first, and how many failed. */
  public static String of(SearchResult result) {
    StringBuilder text = new StringBuilder(HEADER);
    result.ranked().stream()
        .filter(trial -> !trial.failed())
        .limit(ROWS)
        .forEach(trial -> text.append(row(trial)));
    List<TrialResult> failed = result.results().stream().filter(TrialResult::failed).toList();
    if (!failed.isEmpty()) {
      text.append(failed.size()).append(" trials failed: ").append(failed.get(0).failure());
    }
    return text.toString().stripTrailing();
  }

  private static String row(TrialResult result) {
    Candidate candidate = result.trial().candidate();
    return String.format(
        Locale.ROOT,
        "%6d  %8.3f  %10d  %-13s  %9.2f%%%n",
        result.trial().budget(),
        candidate.keepProb(),
        candidate.blockSize(),
        candidate.place(),
        100 * result.score());
  }
}
