package io.github.dropblock;

import io.github.dropblock.oracle.HolesConfigurations;
import io.github.dropblock.tensor.Shape;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random setups for properties: each regularizer with each choice, on each layout. */
abstract class MaskSetups {
  @Provide
  Arbitrary<MaskSetup> setups() {
    Arbitrary<Long> indexes = Arbitraries.longs().between(0, Long.MAX_VALUE - 1000);
    return Combinators.combine(
            regularizers(),
            shapes(),
            Arbitraries.of(Normalization.values()),
            fills(),
            Arbitraries.longs(),
            indexes,
            indexes,
            Arbitraries.integers().between(0, 6))
        .as(
            (regularizer, shape, normalization, fill, seed, step, firstSample, kind) ->
                new MaskSetup(regularizer.withSeed(seed), shape, step, firstSample)
                    .with(normalization)
                    .with(kind == 0 ? fillOfChannels(shape) : fill))
        .withoutEdgeCases();
  }

  static Arbitrary<Regularizer> regularizers() {
    Arbitrary<Double> keepProbs =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, 1.0, 0.02, 0.5, 0.97), Arbitraries.doubles().between(0, 1));
    Arbitrary<Integer> blocks = Arbitraries.integers().between(1, 9);
    return Arbitraries.oneOf(
        Combinators.combine(
                keepProbs,
                blocks,
                Arbitraries.of(MaskSharing.values()),
                Arbitraries.of(SeedRegion.values()),
                Arbitraries.of(GammaRule.values()))
            .as(MaskSetups::dropBlock),
        Combinators.combine(keepProbs, Arbitraries.of(MaskSharing.values()))
            .as((keepProb, sharing) -> Dropout.of(keepProb, 0).withSharing(sharing)),
        Combinators.combine(keepProbs, Arbitraries.of(MaskSharing.values()))
            .as((keepProb, sharing) -> SpatialDropout.of(keepProb, 0).withSharing(sharing)),
        keepProbs.map(keepProb -> DropPath.of(keepProb, 0)),
        keepProbs.map(keepProb -> DropPath.ofBatch(keepProb, 0)),
        Combinators.combine(Arbitraries.integers().between(0, 4), blocks)
            .as((holes, size) -> Cutout.of(holes, size, 0)),
        HolesConfigurations.any(),
        Combinators.combine(
                blocks,
                keepProbs,
                Arbitraries.of(true, false),
                Arbitraries.of(MaskSharing.values()))
            .as(MaskSetups::patches),
        Combinators.combine(
                blocks,
                keepProbs,
                keepProbs,
                Arbitraries.of(true, false),
                Arbitraries.of(MaskSharing.values()))
            .as(MaskSetups::gridMask));
  }

  private static Regularizer patches(
      int cell, double keepProb, boolean exact, MaskSharing sharing) {
    Patches patches = exact ? Patches.exactly(cell, keepProb, 0) : Patches.of(cell, keepProb, 0);
    return patches.withSharing(sharing);
  }

  private static Regularizer gridMask(
      int period, double holeRatio, double probability, boolean inverse, MaskSharing sharing) {
    return GridMask.of(period, 2 * period, holeRatio, 0)
        .withProbability(probability)
        .withInverse(inverse)
        .withSharing(sharing);
  }

  private static Regularizer dropBlock(
      double keepProb, int block, MaskSharing sharing, SeedRegion region, GammaRule rule) {
    return DropBlock.builder()
        .keepProb(keepProb)
        .blockSize(block)
        .sharing(sharing)
        .seedRegion(region)
        .gammaRule(rule)
        .build();
  }

  private static Fill fillOfChannels(Shape shape) {
    float[] values = new float[shape.c()];
    for (int c = 0; c < values.length; c++) {
      values[c] = c % 3 - 0.25f * c;
    }
    return Fill.perChannel(values);
  }

  static Arbitrary<Fill> fills() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(Fill.zero())),
        Tuple.of(1, Arbitraries.of(-0f, 7f, Float.MIN_VALUE, -Float.MAX_VALUE).map(Fill::constant)),
        Tuple.of(
            2,
            Arbitraries.of(
                Fill.constant(-2.5f, 0.75f),
                Fill.constant(0, -1e-3f),
                Fill.uniform(-1, 3),
                Fill.gaussian(0.5, 2, -1, 0.75))),
        Tuple.of(2, Arbitraries.of(0.0, 0.5, 3.0).map(deviation -> Fill.gaussian(-1, deviation))));
  }

  /** Up to some thousand elements; channels and planes around the length of a word. */
  private static Arbitrary<Shape> shapes() {
    Arbitrary<Integer> samples = Arbitraries.integers().between(0, 5);
    Arbitrary<Integer> channels = Arbitraries.of(1, 2, 3, 5, 63, 64, 65, 70, 129);
    Arbitrary<Integer> extents = Arbitraries.of(1, 2, 3, 5, 7, 8, 9, 13, 16);
    Arbitrary<Integer> widths = Arbitraries.of(1, 2, 7, 31, 63, 64, 65, 128, 150);
    return Arbitraries.oneOf(
        Combinators.combine(samples, channels).as(Shape::nc),
        Combinators.combine(samples, channels, widths).as((n, c, w) -> Shape.ncw(n, few(c, w), w)),
        Combinators.combine(samples, channels, extents, extents)
            .as((n, c, h, w) -> Shape.nchw(n, few(c, h * w), h, w)),
        Combinators.combine(samples, channels, extents, extents, extents)
            .as((n, c, d, h, w) -> Shape.ncdhw(n, few(c, d * h * w), d, h, w)));
  }

  private static int few(int channels, int planeSize) {
    return Math.min(channels, Math.max(1, 4000 / planeSize));
  }
}
