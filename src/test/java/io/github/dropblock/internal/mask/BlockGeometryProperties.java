package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Counts of a plane, and stamping a block against a loop over all positions. */
class BlockGeometryProperties {
  @Provide
  Arbitrary<BlockGeometry> geometries() {
    return AxisKind.geometries(9);
  }

  @Property
  void stampingDropsTheBlockCutAtTheEdges(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @IntRange(max = 130) int firstBit,
      @ForAll long seed) {
    Random random = new Random(seed);
    int z = start(geometry.depth(), random);
    int y = start(geometry.height(), random);
    int x = start(geometry.width(), random);
    long[] words =
        random.longs(words(geometry, firstBit)).map(w -> w & random.nextLong()).toArray();

    BitSet expected = BitSet.valueOf(words);
    for (int i = 0; i < geometry.positions(); i++) {
      int inRow = i % geometry.width().extent();
      int row = i / geometry.width().extent();
      boolean covered =
          covers(geometry.width(), x, inRow)
              && covers(geometry.height(), y, row % geometry.height().extent())
              && covers(geometry.depth(), z, row / geometry.height().extent());
      if (covered) {
        expected.set(firstBit + i);
      }
    }

    int added = expected.cardinality() - BitSet.valueOf(words).cardinality();
    assertEquals(added, geometry.stamp(words, firstBit, z, y, x));
    assertArrayEquals(Arrays.copyOf(expected.toLongArray(), words.length), words);
  }

  private static int words(BlockGeometry geometry, int firstBit) {
    return (firstBit + geometry.positions()) / Long.SIZE + 1;
  }

  private static int start(Axis axis, Random random) {
    return axis.firstStart() + random.nextInt(axis.starts());
  }

  private static boolean covers(Axis axis, int start, int position) {
    return position >= start && position < start + axis.block();
  }

  @Property
  void countsAreProductsOverTheAxes(@ForAll("geometries") BlockGeometry geometry) {
    Axis d = geometry.depth();
    Axis h = geometry.height();
    Axis w = geometry.width();
    assertEquals(d.extent() * h.extent() * w.extent(), geometry.positions());
    assertEquals(d.starts() * h.starts() * w.starts(), geometry.sites());
    assertEquals(d.block() * h.block() * w.block(), geometry.blockVolume());
    assertEquals(d.reach() * h.reach() * w.reach(), geometry.reach());
  }

  @Property
  void onlyBlocksThatFitStayInside(@ForAll("geometries") BlockGeometry geometry) {
    boolean inside = true;
    for (Axis axis : new Axis[] {geometry.depth(), geometry.height(), geometry.width()}) {
      int lastEnd = axis.firstStart() + axis.starts() - 1 + axis.block();
      inside &= axis.firstStart() == 0 && lastEnd == axis.extent();
    }
    assertEquals(inside, geometry.cutsNoBlock());
  }
}
