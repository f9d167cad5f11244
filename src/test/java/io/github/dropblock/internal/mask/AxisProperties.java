package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Where blocks may lie along an axis, by counting. */
class AxisProperties {
  @Provide
  Arbitrary<Axis> axes() {
    return AxisKind.axes(40);
  }

  private static int end(Axis axis) {
    return axis.firstStart() + axis.starts();
  }

  @Property
  void coverageCountsTheBlocksOverAPosition(@ForAll("axes") Axis axis) {
    int[] covered = new int[axis.extent()];
    for (int start = axis.firstStart(); start < end(axis); start++) {
      for (int i = start; i < start + axis.block(); i++) {
        if (i >= 0 && i < axis.extent()) {
          covered[i]++;
        }
      }
    }
    for (int i = 0; i < covered.length; i++) {
      assertEquals(covered[i], axis.coverage(i));
      assertTrue(covered[i] > 0, "each position can be dropped");
    }
  }

  @Property
  void eachBlockTouchesTheMap(@ForAll("axes") Axis axis) {
    assertTrue(axis.starts() > 0);
    assertTrue(axis.firstStart() + axis.block() > 0);
    assertTrue(end(axis) <= axis.extent());
  }

  @Property
  void theReachHoldsEachUncutBlockAndNothingElse(@ForAll("axes") Axis axis) {
    int last = end(axis) - 1 + axis.block() - 1;
    assertEquals(last - axis.firstStart() + 1, axis.reach());
  }

  @Property
  void validBlocksAreAllThatFit(
      @ForAll @IntRange(min = 1, max = 40) int extent,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    Axis axis = Axis.valid(extent, Math.min(length, extent));
    assertEquals(0, axis.firstStart());
    assertEquals(extent, end(axis) - 1 + axis.block());
    assertEquals(axis.starts(), axis.startsInside());
  }

  @Property
  void wholeCentersABlockOnEachPosition(
      @ForAll @IntRange(min = 1, max = 40) int extent,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    Axis axis = Axis.whole(extent, Math.min(length, extent));
    int before = 0 - axis.firstStart();
    int after = axis.block() - 1 - before;
    assertEquals(extent, axis.starts());
    assertTrue(after == before || after == before + 1, "the center is the first of two middles");
  }

  @Property
  void extendedCoversEachPositionEquallyOften(
      @ForAll @IntRange(min = 1, max = 40) int extent,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    Axis axis = Axis.extended(extent, Math.min(length, extent));
    for (int i = 0; i < extent; i++) {
      assertEquals(axis.block(), axis.coverage(i));
    }
  }

  @Property
  void theInsideShareIsThatOfValidBlocksForEachKind(
      @ForAll AxisKind kind,
      @ForAll @IntRange(min = 1, max = 40) int extent,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    int block = Math.min(length, extent);
    assertEquals(Axis.valid(extent, block).startsInside(), kind.axis(extent, block).startsInside());
  }

  @Example
  void theRegionsOfThreePositionsAndABlockOfTwo() {
    assertEquals(new Axis(3, 2, 0, 2), Axis.valid(3, 2));
    assertEquals(new Axis(3, 2, 0, 3), Axis.whole(3, 2));
    assertEquals(new Axis(3, 2, -1, 4), Axis.extended(3, 2));
  }
}
