package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.mask.CellSpecification;
import io.github.dropblock.internal.mask.GridSpecification;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Patches and GridMask, bit for bit, against the specification of the randomness contract. */
@Domain(SmallShapes.class)
@Domain(DomainContext.Global.class)
@Tag("kernels")
class GridContractTest {
  private static final int TRIES = 150;
  private static final long LAST = Long.MAX_VALUE - 9;

  private interface Planes {
    boolean[] plane(long seed, long step, long sample, int channel);
  }

  /** Shared planes are those of sample 0 or of channel 0. */
  private static void assertDraws(
      Planes expected, Regularizer r, MaskSharing sharing, Shape shape, long step, long first) {
    boolean bySample = sharing == MaskSharing.NONE || sharing == MaskSharing.CHANNELS;
    DropMask mask = r.sample(shape, step, first);
    List<float[]> planes = MaskData.planes(mask);
    int kept = 0;
    for (int i = 0; i < planes.size(); i++) {
      long sample = bySample ? first + i / shape.c() : 0;
      int channel = byChannel(sharing) ? i % shape.c() : 0;
      boolean[] plane = expected.plane(r.seed(), step, sample, channel);
      for (int p = 0; p < plane.length; p++) {
        assertEquals(plane[p] ? 1 : 0, planes.get(i)[p], r + " on " + shape + ", plane " + i);
        kept += plane[p] ? 0 : 1;
      }
    }
    assertEquals(kept, mask.keptCount(), r::toString);
  }

  private static boolean byChannel(MaskSharing sharing) {
    return sharing == MaskSharing.NONE || sharing == MaskSharing.BATCH;
  }

  private static List<Integer> extents(Shape shape) {
    return List.of(shape.d(), shape.h(), shape.w());
  }

  /** Also near 0 and 1, and exactly there. */
  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.doubles().between(0, 1)),
        Tuple.of(2, Arbitraries.doubles().between(.98, 1)),
        Tuple.of(1, Arbitraries.of(0.0, 1.0, .5, 1 - 0x1p-53)));
  }

  /** Lengths of a cell along D, H and W. */
  @Provide
  Arbitrary<BlockSize> cells() {
    return Arbitraries.of(1, 2, 3, 5, 9, 63, 64, 65)
        .tuple3()
        .map(t -> BlockSize.of(t.get1(), t.get2(), t.get3()));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void patchesAreCellsOfAGrid(
      @ForAll Shape shape,
      @ForAll("cells") BlockSize cell,
      @ForAll("shares") double keepProb,
      @ForAll boolean exact,
      @ForAll MaskSharing sharing,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    Patches patches =
        exact ? Patches.exactly(cell, keepProb, seed) : Patches.of(cell, keepProb, seed);
    CellSpecification drawn =
        new CellSpecification(
            extents(shape),
            List.of(cell.depthOn(shape), cell.heightOn(shape), cell.widthOn(shape)),
            byChannel(sharing) ? shape.c() : 1,
            keepProb,
            exact);
    assertDraws(drawn::plane, patches.withSharing(sharing), sharing, shape, step, first);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void gridMasksAreHolesAtEqualDistances(
      @ForAll Shape shape,
      @ForAll @IntRange(min = 1, max = 90) int minPeriod,
      @ForAll @IntRange(max = 9) int more,
      @ForAll("shares") double holeRatio,
      @ForAll @DoubleRange(min = 0, max = 1) double probability,
      @ForAll boolean inverse,
      @ForAll MaskSharing sharing,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    GridMask gridMask =
        GridMask.of(minPeriod, minPeriod + more, holeRatio, seed)
            .withProbability(probability)
            .withInverse(inverse)
            .withSharing(sharing);
    GridSpecification drawn =
        new GridSpecification(
            extents(shape), minPeriod, minPeriod + more, holeRatio, probability, inverse);
    assertDraws(drawn::plane, gridMask, sharing, shape, step, first);
  }
}
