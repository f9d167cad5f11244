package io.github.dropblock.example;

import io.github.dropblock.search.Candidate;
import io.github.dropblock.search.RandomSearch;
import io.github.dropblock.search.Search;
import io.github.dropblock.search.SearchListener;
import io.github.dropblock.search.SearchResult;
import io.github.dropblock.search.SearchSpace;
import io.github.dropblock.search.ThreadTrialRunner;
import io.github.dropblock.search.TrialStore;
import java.nio.file.Path;
import java.util.List;

/** The argument is the store's file. */
public final class ThreadSearchExample {
  public static void main(String[] args) throws Exception {
    SearchSpace space = new SearchSpace(.5, 1, List.of(1, 3, 5, 7), List.of("group 4"));
    Search search = new RandomSearch(space, 20, 10, 42);
    try (TrialStore store = TrialStore.file(Path.of(args[0]))) {
      SearchResult result =
          search.run(
              ThreadSearchExample::train, new ThreadTrialRunner(2), store, SearchListener.SILENT);
      result.ranked().stream().limit(3).forEach(System.out::println);
    }
  }

  /** In place of a network: train yours with the candidate, and return its accuracy. */
  private static double train(Candidate candidate, int epochs, long seed) {
    double distance =
        Math.abs(candidate.keepProb() - .9) + Math.abs(candidate.blockSize() - 7) / 10.;
    return 1 - distance - 1. / epochs;
  }
}
