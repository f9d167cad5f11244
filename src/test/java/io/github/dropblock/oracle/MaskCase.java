package io.github.dropblock.oracle;

import io.github.dropblock.BlockSize;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Random;

/** Everything that a mask depends on. Blocks are as asked for: they may be longer than the map. */
public record MaskCase(
    Shape shape,
    int blockD,
    int blockH,
    int blockW,
    double keepProb,
    GammaRule rule,
    SeedRegion region,
    long seed,
    long step,
    long firstSample) {

  /** A case of square blocks and the paper's choices. */
  public static MaskCase of(Shape shape, int block, double keepProb, long seed) {
    return of(shape, block, keepProb, GammaRule.PAPER, seed);
  }

  /** A case of square blocks and the paper's region. */
  public static MaskCase of(Shape shape, int block, double keepProb, GammaRule rule, long seed) {
    return new MaskCase(shape, block, block, block, keepProb, rule, SeedRegion.VALID, seed, 0, 0);
  }

  /** The same with another region. */
  public MaskCase in(SeedRegion other) {
    return new MaskCase(
        shape, blockD, blockH, blockW, keepProb, rule, other, seed, step, firstSample);
  }

  /** The same with another rule. */
  public MaskCase by(GammaRule other) {
    return new MaskCase(
        shape, blockD, blockH, blockW, keepProb, other, region, seed, step, firstSample);
  }

  /** The library's regularizer. */
  public DropBlock dropBlock() {
    return DropBlock.builder()
        .keepProb(keepProb)
        .blockSize(BlockSize.of(blockD, blockH, blockW))
        .gammaRule(rule)
        .seedRegion(region)
        .seed(seed)
        .build();
  }

  /** The library's mask. */
  public DropMask mask() {
    return dropBlock().sample(shape, step, firstSample);
  }

  /** The library's gamma. */
  public double gamma() {
    return dropBlock().gamma(shape);
  }

  /** The oracle's plane. */
  public OraclePlane plane() {
    return new OraclePlane(OracleRegion.of(region), shape, blockD, blockH, blockW);
  }

  /** A tensor of small integers of both signs, none of them 0, the same for each equal case. */
  public Tensor integers() {
    Random random = new Random(seed ^ 0x5DEECE66DL);
    Tensor x = Tensor.zeros(shape);
    for (int i = 0; i < shape.size(); i++) {
      int magnitude = 1 + random.nextInt(100);
      x.data()[i] = random.nextBoolean() ? magnitude : -magnitude;
    }
    return x;
  }
}
