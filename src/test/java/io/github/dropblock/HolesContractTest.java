package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.HolesConfigurations;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleHoles;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Holes bit for bit against the executable specification of the randomness contract. */
@Domain(SmallShapes.class)
@Domain(HolesConfigurations.class)
@Domain(DomainContext.Global.class)
@Tag("kernels")
class HolesContractTest {
  private static final long LAST = Long.MAX_VALUE - 9;

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void eachPlaneHasTheHolesOfTheContract(
      @ForAll Shape shape,
      @ForAll Holes any,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    Holes holes = any.withSeed(seed);
    OracleHoles oracle = new OracleHoles(holes, shape);
    MaskSharing sharing = holes.sharing();
    boolean bySample = sharing == MaskSharing.NONE || sharing == MaskSharing.CHANNELS;
    boolean byChannel = sharing == MaskSharing.NONE || sharing == MaskSharing.BATCH;
    float[] expected = new float[shape.size()];
    int kept = shape.size();
    for (int n = 0, i = 0; n < shape.n(); n++) {
      for (int c = 0; c < shape.c(); c++) {
        if (n > 0 && !bySample) {
          kept -= copyPlane(expected, c, i, shape.planeSize());
        } else if (c > 0 && !byChannel) {
          kept -= copyPlane(expected, n * shape.c(), i, shape.planeSize());
        } else {
          boolean[] plane = oracle.dropped(step, bySample ? first + n : 0, c);
          for (int p = 0; p < plane.length; p++) {
            expected[i + p] = plane[p] ? 1 : 0;
            kept -= plane[p] ? 1 : 0;
          }
        }
        i += shape.planeSize();
      }
    }
    DropMask mask = holes.sample(shape, step, first);
    assertArrayEquals(expected, MaskData.dropped(mask));
    assertEquals(kept, mask.keptCount());
  }

  /** Returns the number of dropped positions. */
  private static int copyPlane(float[] dropped, int plane, int to, int size) {
    System.arraycopy(dropped, plane * size, dropped, to, size);
    int sum = 0;
    for (int p = 0; p < size; p++) {
      sum += (int) dropped[to + p];
    }
    return sum;
  }

  /** Cutout is a case of holes, also in its bits. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aFixedNumberAndSizeIsCutout(
      @ForAll Shape shape,
      @ForAll @IntRange(max = 40) int number,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll long seed) {
    Holes holes =
        Holes.builder()
            .holes(number)
            .size(HoleSize.of(BlockSize.square(size)))
            .seedRegion(SeedRegion.WHOLE)
            .seed(seed)
            .build();
    Cutout cutout = Cutout.of(number, size, seed);
    assertEquals(cutout.sample(shape, 3, 4).toTensor(), holes.sample(shape, 3, 4).toTensor());
    assertEquals(cutout.expectedKeptFraction(shape), holes.expectedKeptFraction(shape), 1e-12);
  }
}
