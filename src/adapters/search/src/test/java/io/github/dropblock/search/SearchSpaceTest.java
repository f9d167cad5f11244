package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
  /** All combinations of ten ranges of keepProb, three block sizes and two places, as often. */
  @Test
  void candidatesAreUniformAndIndependent() {
    int trials = 60_000;
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < trials; i++) {
      Candidate c = Known.SPACE.candidate(5, i);
      String cell = (int) ((c.keepProb() - .5) * 20) + "/" + c.blockSize() + "/" + c.place();
      counts.merge(cell, 1, Integer::sum);
    }
    double expected = trials / 60.0;
    double statistic = 0;
    for (int count : counts.values()) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    assertEquals(60, counts.size());
    double p = ChiSquaredDistribution.of(59).survivalProbability(statistic);
    assertTrue(p > 1e-4 && p < 1 - 1e-4, "p = " + p);
  }

  /** The seeds of a search, and the same trial of neighboring searches, have nothing in common. */
  @Test
  void seedsOfSearchesAndTrialsAreAllDifferent() {
    long different =
        LongStream.range(0, 100)
            .flatMap(
                seed ->
                    IntStream.range(0, 100)
                        .mapToLong(i -> Trial.first(Known.SPACE, i, 1, seed).seed()))
            .distinct()
            .count();
    assertEquals(10_000, different);
  }

  /** These must never change: stores of earlier searches go on with them. */
  @Test
  void candidatesAreTheSameOnEachJvm() {
    assertEquals(
        List.of(
            new Candidate(0.5199613257207834, 5, "group 4"),
            new Candidate(0.827984098561787, 7, "groups 3+4"),
            new Candidate(0.5387988652193227, 5, "group 4")),
        List.of(
            Known.SPACE.candidate(1, 0), Known.SPACE.candidate(1, 1), Known.SPACE.candidate(1, 2)));
    assertEquals(-8491614832029260118L, Known.trial(0).seed());
  }

  @Test
  void aRangeOfOneValueGivesThatValue() {
    SearchSpace space = new SearchSpace(.1, .1, List.of(2), List.of("x"));
    assertEquals(new Candidate(.1, 2, "x"), space.candidate(7, 7));
  }
}
