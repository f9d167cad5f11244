package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessiveHalvingTest {
  private static final TrialRunner ONE = new ThreadTrialRunner(1);
  private static final Budgets BUDGETS = new Budgets(1, 9, 3);
  private static final Search SEARCH = new SuccessiveHalving(Known.SPACE, 27, BUDGETS, 11);

  /** Scores by index, of which each rung keeps the best by its own budget's scores. */
  @Test
  void eachRungKeepsTheBestOfTheOneBefore() throws Exception {
    SearchResult result = SEARCH.run(Known::score, ONE);
    List<Integer> second = best(IntStream.range(0, 27).boxed().toList(), 9, 1);
    List<Integer> third = best(second, 3, 3);
    assertEquals(IntStream.range(0, 27).boxed().toList(), indices(result, 0, 1));
    assertEquals(second, indices(result, 1, 3));
    assertEquals(third, indices(result, 2, 9));
    assertEquals(best(third, 1, 9).get(0), result.best().orElseThrow().trial().index());
    assertEquals(27 + 9 + 3, result.results().size());
  }

  private static List<Integer> best(List<Integer> indices, int count, int budget) {
    Comparator<Integer> byScore = Comparator.comparing(i -> score(i, budget));
    return indices.stream().sorted(byScore.reversed()).limit(count).sorted().toList();
  }

  private static double score(int index, int budget) {
    Trial trial = Trial.first(Known.SPACE, index, 1, 11);
    return Known.score(trial.candidate(), budget, trial.seed());
  }

  private static List<Integer> indices(SearchResult result, int rung, int budget) {
    return result.results().stream()
        .map(TrialResult::trial)
        .filter(trial -> trial.rung() == rung && trial.budget() == budget)
        .map(Trial::index)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void theResultIsTheSameForEachNumberOfThreads(int threads) throws Exception {
    assertEquals(
        SEARCH.run(Known::scoreOrFail, ONE),
        SEARCH.run(Known::scoreOrFail, new ThreadTrialRunner(threads)));
  }

  @Test
  void aCandidateKeepsItsSeed() throws Exception {
    for (TrialResult result : SEARCH.run(Known::score, ONE).results()) {
      Trial trial = result.trial();
      assertEquals(Trial.first(Known.SPACE, trial.index(), 1, 11).seed(), trial.seed());
    }
  }

  @Test
  void equalScoresGoOnByIndex() throws Exception {
    SearchResult result = SEARCH.run((c, b, s) -> 0, Known::lastFirst);
    assertEquals(IntStream.range(0, 9).boxed().toList(), indices(result, 1, 3));
    assertEquals(List.of(0, 1, 2), indices(result, 2, 9));
  }

  /** A high score at a small budget does not win against those that went on. */
  @Test
  void theBestIsOneOfTheLastRung() throws Exception {
    SearchResult result = SEARCH.run((c, budget, s) -> -budget, ONE);
    assertEquals(9, result.best().orElseThrow().trial().budget());
    assertEquals(
        List.of(9, 9, 9, 3),
        result.ranked().stream().limit(4).map(r -> r.trial().budget()).toList());
  }

  @Test
  void failuresDoNotGoOn() throws Exception {
    Search search = new SuccessiveHalving(Known.SPACE, 9, new Budgets(1, 2, 2), 12);
    Objective two = (c, b, seed) -> seed == trialSeed(3) || seed == trialSeed(8) ? 1 : Double.NaN;
    SearchResult result = search.run(two, ONE);
    assertEquals(List.of(3, 8), indices(result, 1, 2));
  }

  private static long trialSeed(int index) {
    return Trial.first(Known.SPACE, index, 1, 12).seed();
  }

  @Test
  void whenAllFailTheSearchEnds() throws Exception {
    SearchResult result = SEARCH.run((c, b, s) -> Double.NaN, ONE);
    assertEquals(27, result.results().size());
    assertEquals(Optional.empty(), result.best());
  }

  @Test
  void whenTheLastRungFailsTheBestIsOfTheOneBefore() throws Exception {
    SearchResult result = SEARCH.run((c, b, s) -> b == 9 ? Double.NaN : c.keepProb() * b, ONE);
    assertEquals(3, result.best().orElseThrow().trial().budget());
  }
}
