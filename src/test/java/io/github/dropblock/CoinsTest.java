package io.github.dropblock;

import static io.github.dropblock.oracle.Significance.ALPHA;
import static io.github.dropblock.oracle.Significance.assertIndependent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.Coins;
import io.github.dropblock.oracle.Patterns;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dropout, SpatialDropout and DropPath draw independent bits of one probability. False-alarm rate:
 * 1e-4 for each comparison or, where many are made, for all of them together.
 */
class CoinsTest {
  private static final int RUN = 7;

  /** Drawn one by one at .5 and .8, and by gaps at .99. */
  static Stream<Arguments> coins() {
    return Stream.of(Coins.values())
        .flatMap(kind -> Stream.of(.5, .8, .99).map(keepProb -> Arguments.of(kind, keepProb)));
  }

  private static boolean[] events(float[] draws) {
    boolean[] events = new boolean[draws.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = draws[i] == 1;
    }
    return events;
  }

  @ParameterizedTest
  @EnumSource
  void theExpectedKeptFractionIsKeepProb(Coins kind) {
    for (double keepProb : new double[] {0, 1e-9, .3, .9, 1 - 1e-9, 1}) {
      for (Shape shape : new Shape[] {Shape.ncw(0, 3, 5), Shape.ncdhw(2, 65, 3, 4, 5)}) {
        assertEquals(keepProb, kind.of(keepProb, 1).expectedKeptFraction(shape));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("coins")
  void asManyAreDroppedAsExpected(Coins kind, double keepProb) {
    float[] draws = kind.draws(keepProb, 81, 0, 0);
    int dropped = 0;
    for (float draw : draws) {
      dropped += (int) draw;
    }
    Significance.assertBinomials(new double[] {1 - keepProb}, new int[] {dropped}, draws.length);
  }

  /**
   * The joint law of neighbors: runs of seven lie across planes, samples and groups of channels.
   */
  @ParameterizedTest
  @MethodSource("coins")
  void eachPatternOfNeighborsIsAsFrequentAsOfCoins(Coins kind, double keepProb) {
    float[] draws = kind.draws(keepProb, 82, 0, 0);
    List<float[]> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= draws.length; i += RUN) {
      runs.add(Arrays.copyOfRange(draws, i, i + RUN));
    }
    Significance.assertCells(Patterns.independent(RUN, 1 - keepProb), Patterns.counts(runs));
  }

  /** A word, a group of channels and a sample further on. Runs are disjoint, so pairs are too. */
  @ParameterizedTest
  @MethodSource("coins")
  void distantDrawsAreIndependent(Coins kind, double keepProb) {
    float[] draws = kind.draws(keepProb, 83, 0, 0);
    int[] lags = {64, 65, 128, 384, 390};
    for (int lag : lags) {
      boolean[] before = new boolean[draws.length / (2 * lag) * lag];
      boolean[] after = new boolean[before.length];
      for (int i = 0; i < before.length; i++) {
        int first = i / lag * 2 * lag + i % lag;
        before[i] = draws[first] == 1;
        after[i] = draws[first + lag] == 1;
      }
      assertIndependent(before, after, ALPHA / lags.length);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DROPOUT", "SPATIAL_DROPOUT", "DROP_PATH"})
  void seedsAndStepsThatDifferInOneBit(Coins kind) {
    boolean[] drops = events(kind.draws(.7, 84, 0, 0));
    for (int bit = 0; bit < 63; bit += 3) {
      boolean[] otherSeed = events(kind.draws(.7, 84 ^ 1L << bit, 0, 0));
      assertIndependent(drops, otherSeed, ALPHA / 42);
      boolean[] otherStep = events(kind.draws(.7, 84, 1L << bit, 0));
      assertIndependent(drops, otherStep, ALPHA / 42);
    }
  }

  /** Steps are the draws here: other seeds, and runs of steps that are far apart. */
  @Test
  void seedsAndFarStepsOfBatches() {
    Coins kind = Coins.DROP_PATH_OF_BATCH;
    boolean[] drops = events(kind.draws(.7, 85, 0, 0));
    for (int bit = 16; bit < 63; bit += 6) {
      boolean[] otherSeed = events(kind.draws(.7, 85 ^ 1L << bit, 0, 0));
      assertIndependent(drops, otherSeed, ALPHA / 16);
      boolean[] farSteps = events(kind.draws(.7, 85, 1L << bit, 0));
      assertIndependent(drops, farSteps, ALPHA / 16);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DROPOUT", "SPATIAL_DROPOUT", "DROP_PATH"})
  void farSamples(Coins kind) {
    boolean[] near = events(kind.draws(.7, 86, 0, 0));
    for (long first : new long[] {100_000, 1L << 31, 1L << 32, 1L << 62}) {
      assertIndependent(near, events(kind.draws(.7, 86, 0, first)), ALPHA / 4);
    }
  }

  /** Kinds of one seed read the same random numbers, and so are not independent of each other. */
  @Test
  void oneSeedServesOneRegularizer() {
    Shape points = Shape.nchw(100, 65, 1, 1);
    assertEquals(
        Dropout.of(.7, 87).sample(points, 3).toTensor(),
        SpatialDropout.of(.7, 87).sample(points, 3).toTensor());
  }
}
