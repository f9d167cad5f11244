package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.BlockSize;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropBlockBuilder;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.GammaRule;
import io.github.dropblock.GridMask;
import io.github.dropblock.HoleSize;
import io.github.dropblock.Holes;
import io.github.dropblock.HolesBuilder;
import io.github.dropblock.MapAxis;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.SpatialDropout;
import java.util.Optional;
import java.util.function.Function;

/**
 * A regularizer of any kind, with any choices.
 *
 * @param regularizer the regularizer
 */
record Setup(Regularizer regularizer) {
  /** More holes are as right, but take a while. */
  static final int MAX_HOLES = 1000;

  /**
   * None if the data ask for a choice that is out of range, which is then checked to be rejected.
   */
  static Optional<Setup> draw(FuzzedDataProvider data) {
    Normalization normalization = data.pickValue(Normalization.values());
    long seed = data.consumeLong();
    return fill(data).flatMap(fill -> regularizer(data, normalization, fill, seed)).map(Setup::new);
  }

  private static Optional<Fill> fill(FuzzedDataProvider data) {
    switch (data.consumeInt(0, 3)) {
      case 0:
        float value = Draws.oneIn(4, data) ? data.consumeFloat() : data.consumeRegularFloat(-9, 9);
        return Attempt.of(Float.isFinite(value), () -> Fill.constant(value), "fill value");
      case 1:
        double mean = Draws.oneIn(4, data) ? Draws.anyDouble(data) : data.consumeInt(-3, 3);
        double deviation = Draws.oneIn(4, data) ? Draws.anyDouble(data) : data.consumeInt(0, 3);
        return Attempt.of(
            deviation >= 0 && Math.abs(mean) + 7 * deviation <= Float.MAX_VALUE,
            () -> Fill.gaussian(mean, deviation),
            "fill mean",
            "fill standardDeviation");
      default:
        return Optional.of(Fill.zero());
    }
  }

  private static Optional<? extends Regularizer> regularizer(
      FuzzedDataProvider data, Normalization normalization, Fill fill, long seed) {
    return switch (data.consumeInt(0, 9)) {
      case 0 ->
          coin(data, p -> Dropout.of(p, seed).withNormalization(normalization).withFill(fill));
      case 1 ->
          coin(
              data,
              p -> SpatialDropout.of(p, seed).withNormalization(normalization).withFill(fill));
      case 2 ->
          coin(data, p -> DropPath.of(p, seed).withNormalization(normalization).withFill(fill));
      case 3 ->
          coin(
              data, p -> DropPath.ofBatch(p, seed).withNormalization(normalization).withFill(fill));
      case 4 -> cutout(data, seed).map(c -> c.withNormalization(normalization).withFill(fill));
      case 5 -> holes(data, seed).map(h -> h.withNormalization(normalization).withFill(fill));
      case 6 -> patches(data, seed).map(p -> p.withNormalization(normalization).withFill(fill));
      case 7 -> gridMask(data, seed).map(g -> g.withNormalization(normalization).withFill(fill));
      default -> dropBlock(data, normalization, fill, seed);
    };
  }

  private static <R> Optional<R> coin(FuzzedDataProvider data, Function<Double, R> maker) {
    double keepProb = Draws.probability(data);
    return Attempt.of(keepProb >= 0 && keepProb <= 1, () -> maker.apply(keepProb), "keepProb");
  }

  private static Optional<Cutout> cutout(FuzzedDataProvider data, long seed) {
    int holes = Draws.oneIn(4, data) ? Draws.anyInt(data) : data.consumeInt(0, 5);
    return blockSize(data)
        .flatMap(size -> Attempt.of(holes >= 0, () -> Cutout.of(holes, size, seed), "holes"));
  }

  private static Optional<Holes> holes(FuzzedDataProvider data, long seed) {
    HolesBuilder builder =
        Holes.builder()
            .seedRegion(data.pickValue(SeedRegion.values()))
            .sharing(data.pickValue(MaskSharing.values()))
            .inverse(data.consumeBoolean())
            .seed(seed);
    int least = Draws.oneIn(4, data) ? Draws.anyInt(data) : data.consumeInt(0, 3);
    int most = Draws.oneIn(4, data) ? Draws.anyInt(data) : data.consumeInt(3, 5);
    boolean numbers = least >= 0 && most >= least;
    double probability = Draws.probability(data);
    boolean share = probability >= 0 && probability <= 1;
    return holeSize(data)
        .map(builder::size)
        .flatMap(b -> Attempt.of(numbers, () -> b.holes(least, most), "minHoles", "maxHoles"))
        .flatMap(b -> Attempt.of(share, () -> b.probability(probability), "probability"))
        .map(HolesBuilder::build);
  }

  private static Optional<HoleSize> holeSize(FuzzedDataProvider data) {
    switch (data.consumeInt(0, 2)) {
      case 0:
        double area = Draws.probability(data);
        double aspect = Draws.oneIn(4, data) ? Draws.anyDouble(data) : data.consumeInt(1, 4);
        return Attempt.of(
            area > 0 && area <= 1 && aspect >= 0.25 && aspect <= 1e6,
            () -> HoleSize.area(area, 1, 0.25, aspect),
            "minArea",
            "maxAspect");
      case 1:
        MapAxis axis = data.pickValue(MapAxis.values());
        int least = Draws.length(data);
        int most = Draws.length(data);
        return Attempt.of(
            least >= 0 && most >= least, () -> HoleSize.bar(axis, least, most), "min", "max");
      default:
        return blockSize(data)
            .flatMap(
                min ->
                    blockSize(data).flatMap(max -> Attempt.of(() -> HoleSize.between(min, max))));
    }
  }

  private static Optional<Patches> patches(FuzzedDataProvider data, long seed) {
    MaskSharing sharing = data.pickValue(MaskSharing.values());
    boolean exact = data.consumeBoolean();
    return blockSize(data)
        .flatMap(
            cell ->
                coin(data, p -> exact ? Patches.exactly(cell, p, seed) : Patches.of(cell, p, seed)))
        .map(patches -> patches.withSharing(sharing));
  }

  private static Optional<GridMask> gridMask(FuzzedDataProvider data, long seed) {
    MaskSharing sharing = data.pickValue(MaskSharing.values());
    boolean inverse = data.consumeBoolean();
    int least = Draws.length(data);
    int most = Draws.length(data);
    double ratio = Draws.probability(data);
    double probability = Draws.probability(data);
    boolean periods = least >= 1 && most >= least && most <= 1 << 20;
    boolean shares = ratio >= 0 && ratio <= 1;
    return Attempt.of(
            periods && shares,
            () -> GridMask.of(least, most, ratio, seed),
            "minPeriod",
            "maxPeriod",
            "holeRatio")
        .flatMap(
            grid ->
                Attempt.of(
                    probability >= 0 && probability <= 1,
                    () -> grid.withProbability(probability),
                    "probability"))
        .map(grid -> grid.withInverse(inverse).withSharing(sharing));
  }

  private static Optional<BlockSize> blockSize(FuzzedDataProvider data) {
    if (Draws.oneIn(4, data)) {
      double ratio = Draws.probability(data);
      return Attempt.of(ratio > 0 && ratio <= 1, () -> BlockSize.ratio(ratio), "blockSize ratio");
    }
    int depth = Draws.length(data);
    int height = Draws.length(data);
    int width = Draws.length(data);
    boolean allowed = Math.min(depth, Math.min(height, width)) >= 1;
    return Attempt.of(allowed, () -> BlockSize.of(depth, height, width), "blockSize");
  }

  private static Optional<DropBlock> dropBlock(
      FuzzedDataProvider data, Normalization normalization, Fill fill, long seed) {
    DropBlockBuilder builder =
        DropBlock.builder()
            .seedRegion(data.pickValue(SeedRegion.values()))
            .gammaRule(data.pickValue(GammaRule.values()))
            .sharing(data.pickValue(MaskSharing.values()))
            .normalization(normalization)
            .fill(fill)
            .seed(seed);
    double gammaScale = Draws.oneIn(4, data) ? Draws.anyDouble(data) : 1;
    boolean finite = gammaScale >= 0 && gammaScale < Double.POSITIVE_INFINITY;
    return blockSize(data)
        .map(builder::blockSize)
        .flatMap(b -> Attempt.of(finite, () -> b.gammaScale(gammaScale), "gammaScale"))
        .flatMap(b -> coin(data, b::keepProb))
        .map(DropBlockBuilder::build);
  }

  /** Whether masks are drawn in no time. */
  boolean isQuick() {
    return isQuick(regularizer);
  }

  /** Whether masks of a regularizer are drawn in no time. */
  static boolean isQuick(Regularizer regularizer) {
    return regularizer instanceof Holes holes
        ? holes.maxHoles() <= MAX_HOLES
        : !(regularizer instanceof Cutout cutout) || cutout.holes() <= MAX_HOLES;
  }
}
