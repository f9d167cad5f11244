package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OraclePlane;
import io.github.dropblock.tensor.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is dropped is made of whole blocks at the sites of the region, cut only at its edges. */
class DropBlockBlocksTest {
  @Property(tries = 150)
  @Domain(MaskCases.class)
  void everyDroppedPositionLiesInAWholeDroppedBlock(@ForAll MaskCase c) {
    assertMadeOfBlocks(c);
  }

  private static void assertMadeOfBlocks(MaskCase c) {
    OraclePlane plane = c.plane();
    for (float[] dropped : MaskData.planes(c.mask())) {
      assertArrayEquals(dropped, plane.grow(plane.seedsOf(dropped)), c::toString);
    }
  }

  /** Planes that end in, at and after a word of 64 bits, and units of 64 planes and one more. */
  @ParameterizedTest
  @CsvSource({
    "63,1,63,.5", "64,1,64,.5", "65,1,65,.5", "129,1,65,.5", "129,7,9,.5", "65,8,8,.7",
        "65,9,7,.95",
    "1,64,64,.9", "3,33,65,.9", "2,5,127,.5", "2,3,257,.5", "64,14,14,.9", "65,14,14,.9",
        "129,7,7,.9"
  })
  void blocksDoNotRunIntoTheNextRowOrPlane(int channels, int h, int w, double keepProb) {
    for (SeedRegion region : SeedRegion.values()) {
      for (int block : new int[] {2, 3, 7, 63, 64, 65}) {
        Shape shape = Shape.nchw(2, channels, h, w);
        assertMadeOfBlocks(MaskCase.of(shape, block, keepProb, block).in(region));
      }
    }
  }

  /** A region of one site has planes that are dropped as a whole, or not at all. */
  @ParameterizedTest
  @ValueSource(doubles = {.1, .5, .9})
  void aBlockOfTheMapsSizeDropsWholePlanes(double keepProb) {
    DropMask mask = MaskCase.of(Shape.nchw(8, 65, 7, 9), 9, keepProb, 1).mask();
    int whole = 0;
    for (float[] dropped : MaskData.planes(mask)) {
      double sum = MaskData.sum(dropped);
      assertTrue(sum == 0 || sum == 63, "dropped " + sum + " of 63");
      whole += sum == 63 ? 1 : 0;
    }
    assertTrue(whole > 0 && whole < 8 * 65, whole + " planes dropped");
  }

  @Test
  void aBlockLongerThanTheMapIsCutToItAxisByAxis() {
    Shape shape = Shape.nchw(4, 65, 5, 20);
    DropMask cut =
        DropBlock.builder().blockSize(BlockSize.of(5, 7)).seed(1).build().sample(shape, 0);
    DropMask longer =
        DropBlock.builder().blockSize(BlockSize.of(70, 7)).seed(1).build().sample(shape, 0);
    assertTrue(cut.keptCount() < shape.size());
    assertEquals(cut.toTensor(), longer.toTensor());
  }

  @Test
  void squaresServeEachLayout() {
    for (Shape shape : new Shape[] {Shape.ncw(4, 65, 20), Shape.ncdhw(4, 65, 4, 8, 8)}) {
      DropBlock square = DropBlock.builder().keepProb(.7).blockSize(3).seed(1).build();
      int depth = shape.d() == 1 ? 1 : 3;
      int height = shape.h() == 1 ? 1 : 3;
      BlockSize block = BlockSize.of(depth, height, 3);
      DropBlock cuboid = DropBlock.builder().keepProb(.7).blockSize(block).seed(1).build();
      assertEquals(square.sample(shape, 0).toTensor(), cuboid.sample(shape, 0).toTensor());
    }
  }

  @Test
  void aRatioIsAShareOfTheMap() {
    Shape shape = Shape.nchw(4, 65, 14, 28);
    DropBlock ratio = DropBlock.builder().blockSize(BlockSize.ratio(.5)).seed(1).build();
    DropBlock fixed = DropBlock.builder().blockSize(BlockSize.of(7, 14)).seed(1).build();
    assertEquals(fixed.sample(shape, 0).toTensor(), ratio.sample(shape, 0).toTensor());
    assertEquals(fixed.gamma(shape), ratio.gamma(shape));
  }

  @Test
  void aOneDimensionalMapIsAMapOfOneRow() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.7).blockSize(5).seed(1).build();
    DropMask row = dropBlock.sample(Shape.ncw(3, 65, 40), 0);
    DropMask map = dropBlock.sample(Shape.nchw(3, 65, 1, 40), 0);
    assertArrayEquals(row.toTensor().data(), map.toTensor().data());
    DropMask layer = dropBlock.sample(Shape.ncdhw(3, 65, 1, 1, 40), 0);
    assertArrayEquals(row.toTensor().data(), layer.toTensor().data());
  }
}
