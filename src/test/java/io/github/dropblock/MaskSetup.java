package io.github.dropblock;

import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A regularizer of any kind with any choices, and what it is to draw. */
record MaskSetup(Regularizer regularizer, Shape shape, long step, long firstSample) {
  /** One of each way in which a mask's bits stand for positions, on which passes depend. */
  static List<Regularizer> ofEachGranularity(double keepProb, int block) {
    DropBlockBuilder dropBlock = DropBlock.builder().keepProb(keepProb).blockSize(block).seed(11);
    return List.of(
        dropBlock.sharing(MaskSharing.NONE).build(),
        dropBlock.sharing(MaskSharing.CHANNELS).build(),
        dropBlock.sharing(MaskSharing.BATCH).build(),
        dropBlock.sharing(MaskSharing.ALL).build(),
        SpatialDropout.of(keepProb, 13),
        SpatialDropout.of(keepProb, 21).withSharing(MaskSharing.BATCH),
        DropPath.of(keepProb, 14),
        DropPath.ofBatch(keepProb, 15));
  }

  /** Those, and one of each other way to draw. */
  static List<Regularizer> ofEachKind(double keepProb, int block) {
    List<Regularizer> all = new ArrayList<>(ofEachGranularity(keepProb, block));
    all.add(Dropout.of(keepProb, 12));
    all.add(Cutout.of(3, block, 16));
    all.add(holes(block).build());
    all.add(holes(block).sharing(MaskSharing.NONE).inverse(true).build());
    all.add(Patches.of(block, keepProb, 18));
    all.add(Patches.exactly(block, keepProb, 19).withSharing(MaskSharing.NONE));
    all.add(GridMask.of(block, block + 3, .4, 20).withProbability(.9));
    return all;
  }

  private static HolesBuilder holes(int block) {
    return Holes.coarse(1, 3, BlockSize.square(1), BlockSize.square(block), 17).toBuilder()
        .probability(.8);
  }

  static MaskSetup of(Regularizer regularizer, Shape shape) {
    return new MaskSetup(regularizer, shape, 3, 5);
  }

  /**
   * Each regularizer on a shape, with one normalization after the other: all of them occur, but not
   * with each regularizer.
   */
  static List<MaskSetup> inTurn(List<Regularizer> regularizers, Shape shape) {
    Normalization[] all = Normalization.values();
    return IntStream.range(0, regularizers.size())
        .mapToObj(i -> of(regularizers.get(i), shape).with(all[(i + shape.w()) % all.length]))
        .toList();
  }

  MaskSetup with(Normalization normalization) {
    return new MaskSetup(regularizer.withNormalization(normalization), shape, step, firstSample);
  }

  MaskSetup with(Fill fill) {
    return new MaskSetup(regularizer.withFill(fill), shape, step, firstSample);
  }

  MaskSetup with(Threads threads) {
    return new MaskSetup(regularizer.withThreads(threads), shape, step, firstSample);
  }

  DropMask mask() {
    return regularizer.sample(shape, step, firstSample);
  }

  /** The mask of some of the samples. */
  DropMask part(int first, int samples) {
    return regularizer.sample(shape.withN(samples), step, firstSample + first);
  }

  ElementwiseOracle oracle() {
    return ElementwiseOracle.of(regularizer, mask(), step, firstSample);
  }

  /** Numbers of both signs and any size, some of them infinite or NaN. */
  Tensor input() {
    Random random = new Random(shape.hashCode() + 31 * step);
    Tensor x = Tensor.zeros(shape);
    for (int i = 0; i < shape.size(); i++) {
      x.data()[i] = (float) random.nextGaussian();
      if (random.nextInt(20) == 0) {
        x.data()[i] = Float.intBitsToFloat(random.nextInt());
      }
    }
    return x;
  }
}
