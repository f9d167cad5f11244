package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import org.junit.jupiter.api.Test;

/** One geometry for many gammas: what it keeps is right for each of them. */
class SharedGeometryTest {
  private static final int SAMPLES = 3;

  private static BlockGeometry fresh(AxisKind kind) {
    return kind.geometry(new int[] {1, 14, 18}, new int[] {1, 5, 4});
  }

  private static long[] mask(BlockGeometry geometry, int channels, double gamma) {
    long[] dropped = new long[Bits.words(SAMPLES * channels * geometry.positions())];
    MaskSampler.of(KernelSelector.kernels(), geometry, channels, gamma)
        .sample(1, 2, 0, 0, SAMPLES, dropped);
    return dropped;
  }

  @Test
  void aSharedGeometryDrawsTheMasksOfAFreshOne() {
    for (AxisKind kind : AxisKind.values()) {
      BlockGeometry shared = fresh(kind);
      for (double gamma : new double[] {.3, .001, .02, .004, 1, 0, .3}) {
        for (int channels : new int[] {1, 2, 3, 64, 70, 1}) {
          assertArrayEquals(mask(fresh(kind), channels, gamma), mask(shared, channels, gamma));
        }
      }
    }
  }

  @Test
  void whatDoesNotDependOnGammaIsKept() {
    BlockGeometry geometry = fresh(AxisKind.VALID);
    assertSame(geometry.coverage(), geometry.coverage());
    assertSame(geometry.blockStamp(), geometry.blockStamp());
    assertSame(geometry.sitePattern(3), geometry.sitePattern(3));
    assertSame(geometry.sitePattern(40), geometry.sitePattern(64), "both are 16 planes");
    assertNotSame(geometry.sitePattern(1), geometry.sitePattern(2));
  }
}
