package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.kernel.KernelSelector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole masks, bit for bit, against {@link MaskSpecification}. */
class MaskContractTest {
  /** Channels in front of, at and behind the end of a unit of 64 that shares random words. */
  private static final int[] CHANNELS = {1, 2, 63, 64, 65, 130};

  /** No seeds, few, almost too many and just enough for 64 draws at once, many, and all. */
  private static final double[] GAMMAS = {0, 1e-5, 0.002, 0.01, 1.0 / 128, 1.0 / 64, 0.1, 1};

  /** Extents and block lengths along D, H and W; few planes end with a word of 64 positions. */
  private static final int[][][] MAPS = {
    {{1, 1, 33}, {1, 1, 4}},
    {{1, 1, 64}, {1, 1, 1}},
    {{1, 7, 7}, {1, 7, 7}},
    {{1, 7, 7}, {1, 3, 3}},
    {{1, 8, 8}, {1, 2, 5}},
    {{1, 14, 13}, {1, 7, 6}},
    {{4, 5, 3}, {2, 4, 3}},
    {{2, 4, 8}, {1, 1, 1}}
  };

  /** What the plan of a mask is made from. */
  record Plan(BlockGeometry geometry, int channels, double gamma) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s x %s x %s, %d channels, gamma %s",
          geometry.depth(),
          geometry.height(),
          geometry.width(),
          channels,
          gamma);
    }
  }

  /** Each map with each kind of region and each gamma; the channels change from one to the next. */
  static List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    for (int[][] map : MAPS) {
      for (AxisKind kind : AxisKind.values()) {
        for (double gamma : GAMMAS) {
          int channels = CHANNELS[plans.size() % CHANNELS.length];
          plans.add(new Plan(kind.geometry(map[0], map[1]), channels, gamma));
        }
      }
    }
    return plans;
  }

  @Tag("kernels")
  @ParameterizedTest
  @MethodSource("plans")
  void masksFollowTheSpecification(Plan plan) {
    assertFollowsSpecification(plan, 42, 7, 0, 1);
  }

  @Provide
  Arbitrary<BlockGeometry> geometries() {
    return AxisKind.geometries(6);
  }

  /** Each order of magnitude down to 1e-5 as often as the others. */
  @Provide
  Arbitrary<Double> gammas() {
    return Arbitraries.randomValue(random -> Math.pow(10, -5 * random.nextDouble()));
  }

  @net.jqwik.api.Tag("kernels")
  @Property(tries = 300)
  void masksOfAnyGeometryFollowTheSpecification(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll("gammas") double gamma,
      @ForAll @IntRange(min = 1, max = 70) int channels,
      @ForAll long seed,
      @ForAll @LongRange(max = Long.MAX_VALUE) long step,
      @ForAll @LongRange(max = Long.MAX_VALUE - 3) long firstSample,
      @ForAll @IntRange(max = 3) int samples) {
    Plan plan = new Plan(geometry, channels, gamma);
    assertFollowsSpecification(plan, seed, step, firstSample, samples);
  }

  private static void assertFollowsSpecification(
      Plan plan, long seed, long step, long firstSample, int samples) {
    BlockGeometry geometry = plan.geometry();
    boolean[] expected =
        new MaskSpecification(
                geometry.depth(),
                geometry.height(),
                geometry.width(),
                plan.channels(),
                plan.gamma())
            .dropped(seed, step, firstSample, samples);

    MaskSampler sampler =
        MaskSampler.of(KernelSelector.kernels(), geometry, plan.channels(), plan.gamma());
    long[] words = new long[(expected.length + 63) / 64];
    long count = sampler.sample(seed, step, firstSample, 0, samples, words);

    assertArrayEquals(toWords(expected), words);
    assertEquals(Arrays.stream(words).map(Long::bitCount).sum(), count);
  }

  private static long[] toWords(boolean[] bits) {
    long[] words = new long[(bits.length + 63) / 64];
    for (int i = 0; i < bits.length; i++) {
      if (bits[i]) {
        words[i / 64] |= 1L << (i % 64);
      }
    }
    return words;
  }
}
