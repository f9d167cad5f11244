package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomSearchTest {
  private static final TrialRunner ONE = new ThreadTrialRunner(1);

  @Test
  void findsThePlantedOptimum() throws Exception {
    SearchResult result = new RandomSearch(Known.SPACE, 200, 100, 3).run(Known::score, ONE);
    Candidate best = result.best().orElseThrow().trial().candidate();
    assertEquals(5, best.blockSize());
    assertEquals("group 4", best.place());
    assertEquals(.8, best.keepProb(), .05);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void theResultIsTheSameForEachNumberOfThreads(int threads) throws Exception {
    Search search = new RandomSearch(Known.SPACE, 40, 3, 4);
    assertEquals(
        search.run(Known::scoreOrFail, ONE),
        search.run(Known::scoreOrFail, new ThreadTrialRunner(threads)));
  }

  @Test
  void eachTrialHasItsCandidateItsBudgetAndItsSeed() throws Exception {
    List<TrialResult> results =
        new RandomSearch(Known.SPACE, 20, 3, 5).run(Known::score, ONE).results();
    assertEquals(
        IntStream.range(0, 20)
            .mapToObj(i -> Trial.first(Known.SPACE, i, 3, 5))
            .map(t -> TrialResult.ofScore(t, Known.score(t.candidate(), 3, t.seed())))
            .toList(),
        results);
  }

  @Test
  void equalScoresAreRankedByIndex() throws Exception {
    SearchResult result =
        new RandomSearch(Known.SPACE, 9, 1, 6).run((c, b, s) -> 1, Known::lastFirst);
    assertEquals(result.results(), result.ranked());
    assertEquals(0, result.best().orElseThrow().trial().index());
  }

  @Test
  void aFailureIsItsTrialsAloneAndComesLast() throws Exception {
    SearchResult result =
        new RandomSearch(Known.SPACE, 30, 1, 7).run(Known::scoreOrFail, new ThreadTrialRunner(2));
    for (TrialResult r : result.results()) {
      boolean seven = r.trial().candidate().blockSize() == 7;
      assertEquals(seven ? "java.lang.IllegalStateException: 7 is too large" : "", r.failure());
      assertEquals(seven, Double.isNaN(r.score()));
    }
    List<Boolean> failed = result.ranked().stream().map(TrialResult::failed).toList();
    assertEquals(failed.stream().sorted().toList(), failed);
    assertTrue(failed.contains(true) && failed.contains(false));
  }

  @Test
  void nanAndErrorsAreFailures() throws Exception {
    Search one = new RandomSearch(Known.SPACE, 1, 1, 8);
    SearchResult nan = one.run((c, b, s) -> Double.NaN, ONE);
    assertEquals("the score is NaN", nan.results().get(0).failure());
    assertEquals(Optional.empty(), nan.best());
    SearchResult error =
        one.run(
            (c, b, s) -> {
              throw new OutOfMemoryError();
            },
            ONE);
    assertEquals("java.lang.OutOfMemoryError", error.results().get(0).failure());
  }

  @Test
  void infinitiesAreScores() throws Exception {
    SearchResult result =
        new RandomSearch(Known.SPACE, 30, 1, 7)
            .run((c, b, s) -> c.blockSize() == 5 ? 0 : Double.NEGATIVE_INFINITY, ONE);
    assertEquals(5, result.best().orElseThrow().trial().candidate().blockSize());
    assertEquals(Double.NEGATIVE_INFINITY, result.ranked().get(29).score());
  }
}
