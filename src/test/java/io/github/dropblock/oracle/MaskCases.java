package io.github.dropblock.oracle;

import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Random cases: every layout, extents to 64 (1-D to 300), blocks to 70, any keepProb. */
public final class MaskCases extends DomainContextBase {
  /** Keeps a case cheap, yet lets several chunks of a buffer and of a batch occur. */
  private static final int MAX_SIZE = 10_000;

  /** Any case. */
  @Provide
  public Arbitrary<MaskCase> cases() {
    Arbitrary<Long> indexes = Arbitraries.longs().between(0, Long.MAX_VALUE - 1000);
    Arbitrary<Tuple.Tuple3<Long, Long, Long>> streams =
        Combinators.combine(Arbitraries.longs(), indexes, indexes).as(Tuple::of);
    return Combinators.combine(
            shapes(),
            blocks(),
            keepProbs(),
            Arbitraries.of(GammaRule.values()),
            Arbitraries.of(SeedRegion.values()),
            streams)
        .as(
            (shape, block, keepProb, rule, region, stream) ->
                new MaskCase(
                    shape,
                    block[0],
                    block[1],
                    block[2],
                    keepProb,
                    rule,
                    region,
                    stream.get1(),
                    stream.get2(),
                    stream.get3()))
        .withoutEdgeCases();
  }

  private static Arbitrary<Shape> shapes() {
    Arbitrary<Integer> samples = Arbitraries.integers().between(1, 5);
    Arbitrary<Integer> channels =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 130),
            Arbitraries.of(1, 2, 63, 64, 65, 127, 128, 129));
    return Arbitraries.oneOf(
        Combinators.combine(samples, channels, extents(300))
            .as((n, c, w) -> shape(3, n, c, 1, 1, w)),
        Combinators.combine(samples, channels, extents(64), extents(64))
            .as((n, c, h, w) -> shape(4, n, c, 1, h, w)),
        Combinators.combine(samples, channels, extents(64), extents(64), extents(64))
            .as((n, c, d, h, w) -> shape(5, n, c, d, h, w)));
  }

  private static Arbitrary<Integer> extents(int max) {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, max),
        Arbitraries.integers().between(1, max).withDistribution(RandomDistribution.uniform()),
        Arbitraries.of(7, 8, 14, 16, 28, 31, 32, 33, 56, 63, 64));
  }

  private static Shape shape(int rank, int n, int c, int d, int h, int w) {
    int depth = d;
    int height = h;
    while (depth * height * w > MAX_SIZE) {
      if (depth > height) {
        depth = (depth + 1) / 2;
      } else {
        height = (height + 1) / 2;
      }
    }
    int channels = Math.min(c, Math.max(1, MAX_SIZE / (depth * height * w)));
    int samples = Math.min(n, Math.max(1, MAX_SIZE / (channels * depth * height * w)));
    return switch (rank) {
      case 3 -> Shape.ncw(samples, channels, w);
      case 4 -> Shape.nchw(samples, channels, height, w);
      default -> Shape.ncdhw(samples, channels, depth, height, w);
    };
  }

  private static Arbitrary<int[]> blocks() {
    Arbitrary<Integer> lengths =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 10), Arbitraries.integers().between(1, 70));
    return Arbitraries.oneOf(
        lengths.map(b -> new int[] {b, b, b}),
        Combinators.combine(lengths, lengths, lengths).as((d, h, w) -> new int[] {d, h, w}));
  }

  private static Arbitrary<Double> keepProbs() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.doubles().between(0, 1).ofScale(9)),
        Tuple.of(6, Arbitraries.doubles().between(.9, 1).ofScale(9)),
        Tuple.of(1, Arbitraries.just(0.0)),
        Tuple.of(1, Arbitraries.just(1.0)),
        Tuple.of(
            2,
            Arbitraries.of(
                1e-9, Double.MIN_VALUE, 0x1p-53, .25, .5, 1 - 1e-9, 1 - 0x1p-52, 1 - 0x1p-53)));
  }
}
