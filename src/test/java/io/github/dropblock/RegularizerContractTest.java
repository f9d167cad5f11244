package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.mask.Axis;
import io.github.dropblock.internal.mask.HoleSpecification;
import io.github.dropblock.internal.mask.MaskSpecification;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * Masks of every regularizer and sharing, bit for bit, against the executable specification of the
 * randomness contract: which bits are drawn, and which elements each stands for.
 */
@Domain(SmallShapes.class)
@Domain(DomainContext.Global.class)
@Tag("kernels")
class RegularizerContractTest {
  private static final int TRIES = 60;
  private static final long LAST = Long.MAX_VALUE - 9;

  /** The bits that are drawn for some samples of a batch. */
  private interface Bits {
    boolean[] dropped(long seed, long step, long firstSample, int samples);
  }

  /**
   * Where a mask's bits come from.
   *
   * @param bySample whether each sample has bits of its own; else all have those of sample 0
   * @param planes planes of bits that a sample has: its channels, or one for all
   * @param bits bits that a plane has: its positions, or one for all
   */
  private record Source(Bits drawn, boolean bySample, int planes, int bits) {
    void assertGives(Regularizer regularizer, Shape shape, long step, long firstSample) {
      boolean[] stored =
          bySample
              ? drawn.dropped(regularizer.seed(), step, firstSample, shape.n())
              : drawn.dropped(regularizer.seed(), step, 0, 1);
      float[] expected = new float[shape.size()];
      int kept = 0;
      for (int i = 0; i < expected.length; i++) {
        boolean dropped = stored[bitOf(i, shape)];
        expected[i] = dropped ? 1 : 0;
        kept += dropped ? 0 : 1;
      }
      DropMask mask = regularizer.sample(shape, step, firstSample);
      assertArrayEquals(expected, MaskData.dropped(mask));
      assertEquals(kept, mask.keptCount());
    }

    private int bitOf(int element, Shape shape) {
      int position = element % shape.planeSize();
      int channel = element / shape.planeSize() % shape.c();
      int sample = element / shape.planeSize() / shape.c();
      int plane = (bySample ? sample : 0) * planes + (planes == 1 ? 0 : channel);
      return plane * bits + (bits == 1 ? 0 : position);
    }
  }

  private static Source ofBits(boolean bySample, int planes, int bits, double keepProb) {
    MaskSpecification drawn = MaskSpecification.ofBits(planes, bits, 1 - keepProb);
    return new Source(drawn::dropped, bySample, planes, bits);
  }

  private static boolean bySample(MaskSharing sharing) {
    return sharing == MaskSharing.NONE || sharing == MaskSharing.CHANNELS;
  }

  private static int planes(MaskSharing sharing, Shape shape) {
    return sharing == MaskSharing.NONE || sharing == MaskSharing.BATCH ? shape.c() : 1;
  }

  /** Most often near 1, so that bits are drawn in both ways: one by one and by gaps. */
  @Provide
  Arbitrary<Double> keepProbs() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.doubles().between(0, 1)),
        Tuple.of(4, Arbitraries.doubles().between(.98, 1)),
        Tuple.of(1, Arbitraries.of(0.0, 1.0, .5, 1 - 1.0 / 96, 1 - 0x1p-53)));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void dropoutHasABitForEachElementThatIsNotShared(
      @ForAll Shape shape,
      @ForAll("keepProbs") double keepProb,
      @ForAll MaskSharing sharing,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    ofBits(bySample(sharing), planes(sharing, shape), shape.planeSize(), keepProb)
        .assertGives(Dropout.of(keepProb, seed).withSharing(sharing), shape, step, first);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void spatialDropoutHasABitForEachPlaneThatIsNotShared(
      @ForAll Shape shape,
      @ForAll("keepProbs") double keepProb,
      @ForAll MaskSharing sharing,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    ofBits(bySample(sharing), planes(sharing, shape), 1, keepProb)
        .assertGives(SpatialDropout.of(keepProb, seed).withSharing(sharing), shape, step, first);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void dropPathHasABitForEachSampleOrOne(
      @ForAll Shape shape,
      @ForAll("keepProbs") double keepProb,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    ofBits(true, 1, 1, keepProb).assertGives(DropPath.of(keepProb, seed), shape, step, first);
    ofBits(false, 1, 1, keepProb).assertGives(DropPath.ofBatch(keepProb, seed), shape, step, first);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void cutoutHasAPlaneForEachSample(
      @ForAll Shape shape,
      @ForAll @IntRange(max = 70) int holes,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    HoleSpecification drawn =
        new HoleSpecification(
            HoleSpecification.axis(shape.d(), Math.min(size, shape.d())),
            HoleSpecification.axis(shape.h(), Math.min(size, shape.h())),
            HoleSpecification.axis(shape.w(), Math.min(size, shape.w())),
            holes);
    new Source(drawn::dropped, true, 1, shape.planeSize())
        .assertGives(Cutout.of(holes, size, seed), shape, step, first);
  }

  @Property(tries = 4 * TRIES, edgeCases = EdgeCasesMode.NONE)
  void dropBlockHasThePlanesThatAreNotShared(
      @ForAll Shape shape,
      @ForAll("keepProbs") double keepProb,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll SeedRegion region,
      @ForAll MaskSharing sharing,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(keepProb)
            .blockSize(size)
            .seedRegion(region)
            .sharing(sharing)
            .seed(seed)
            .build();
    int planes = planes(sharing, shape);
    MaskSpecification drawn =
        new MaskSpecification(
            axis(region, shape.d(), size),
            axis(region, shape.h(), size),
            axis(region, shape.w(), size),
            planes,
            dropBlock.gamma(shape));
    new Source(drawn::dropped, bySample(sharing), planes, shape.planeSize())
        .assertGives(dropBlock, shape, step, first);
  }

  /** Where a block may start, in numbers: inside, around each position, or touching the map. */
  private static Axis axis(SeedRegion region, int extent, int size) {
    int block = Math.min(size, extent);
    return switch (region) {
      case VALID -> new Axis(extent, block, 0, extent - block + 1);
      case WHOLE -> new Axis(extent, block, -((block - 1) / 2), extent);
      case EXTENDED -> new Axis(extent, block, 1 - block, extent + block - 1);
    };
  }
}
