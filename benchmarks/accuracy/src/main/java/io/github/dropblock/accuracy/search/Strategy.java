package io.github.dropblock.accuracy.search;

import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.search.Budgets;
import io.github.dropblock.search.RandomSearch;
import io.github.dropblock.search.Search;
import io.github.dropblock.search.SearchSpace;
import io.github.dropblock.search.SuccessiveHalving;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How to search, by the name it has on the command line. A budget is a number of epochs. */
public enum Strategy {
  RANDOM,
  HALVING;

  private static final SearchSpace SPACE =
      new SearchSpace(
          0.6,
          1,
          List.of(1, 3, 5, 7),
          Stream.of(Place.GROUP_4, Place.GROUP_4_SKIP, Place.GROUPS_34, Place.GROUPS_34_SKIP)
              .map(Place::toString)
              .toList());

  private static final int ETA = 3;

  /**
   * A search.
   *
   * @param trials how many candidates
   * @param epochs of a whole training
   * @param seed of the search
   */
  public Search search(int trials, int epochs, long seed) {
    return switch (this) {
      case RANDOM -> new RandomSearch(SPACE, trials, epochs, seed);
      case HALVING -> new SuccessiveHalving(SPACE, trials, threeRungs(epochs), seed);
    };
  }

  private static Budgets threeRungs(int epochs) {
    return new Budgets((epochs + ETA * ETA - 1) / (ETA * ETA), epochs, ETA);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
