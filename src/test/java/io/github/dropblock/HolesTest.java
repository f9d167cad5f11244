package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleHoles;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The named cases of holes, and what their choices mean. */
class HolesTest {
  private static final Shape IMAGES = Shape.nchw(40, 3, 20, 30);

  @Test
  void namedCasesAreConfigurations() {
    assertEquals(
        Holes.builder()
            .probability(.5)
            .holes(1)
            .size(HoleSize.area(.02, .33, .3, 3.3))
            .seedRegion(SeedRegion.VALID)
            .sharing(MaskSharing.CHANNELS)
            .inverse(false)
            .normalization(Normalization.NONE)
            .fill(Fill.zero())
            .seed(1)
            .build(),
        Holes.randomErasing(.5, 1));
    assertEquals(Holes.randomErasing(.5, .02, .33, .3, 3.3, 1), Holes.randomErasing(.5, 1));
    HolesBuilder one = Holes.builder().seed(1);
    BlockSize size = BlockSize.of(8, 99);
    assertEquals(
        one.size(HoleSize.of(size)).sharing(MaskSharing.ALL).build(), Holes.ofBatch(size, 1));
    HolesBuilder two = Holes.builder().seed(1).holes(2);
    assertEquals(
        two.size(HoleSize.bar(MapAxis.HEIGHT, 0, 27)).build(),
        Holes.bars(MapAxis.HEIGHT, 2, 0, 27, 1));
    HoleSize range = HoleSize.between(BlockSize.of(1, 2), BlockSize.of(3, 4));
    assertEquals(
        two.holes(2, 5).size(range).build(),
        Holes.coarse(2, 5, BlockSize.of(1, 2), BlockSize.of(3, 4), 1));
  }

  @Test
  void choicesCanBeAsked() {
    Holes holes =
        Holes.builder()
            .probability(.25)
            .holes(2, 5)
            .size(HoleSize.bar(MapAxis.WIDTH, 0, 4))
            .seedRegion(SeedRegion.WHOLE)
            .sharing(MaskSharing.BATCH)
            .inverse(true)
            .threads(Threads.none())
            .build();
    assertEquals(.25, holes.probability());
    assertEquals(2, holes.minHoles());
    assertEquals(5, holes.maxHoles());
    assertEquals(HoleSize.bar(MapAxis.WIDTH, 0, 4), holes.size());
    assertEquals(SeedRegion.WHOLE, holes.seedRegion());
    assertEquals(MaskSharing.BATCH, holes.sharing());
    assertTrue(holes.inverse());
    assertEquals(holes, holes.toBuilder().build());
    assertEquals(holes.threads(), holes.toBuilder().build().threads());
  }

  /** One hole through all channels, whole and inside the map. */
  @Test
  void randomErasingDropsOneRectangleOfTheRightArea() {
    DropMask mask = Holes.randomErasing(1, 3).sample(IMAGES, 0);
    List<float[]> planes = MaskData.planes(mask);
    for (int n = 0; n < IMAGES.n(); n++) {
      float[] plane = planes.get(3 * n);
      assertArrayEquals(plane, planes.get(3 * n + 2));
      double area = MaskData.sum(plane);
      assertEquals(area, height(plane, 30) * width(plane, 30));
      // Rounding adds at most half a position to each side.
      assertTrue(area >= .02 * 600 - 19 && area <= .33 * 600 + 19, () -> "area " + area);
    }
  }

  private static double height(float[] plane, int width) {
    int rows = 0;
    for (int y = 0; y < plane.length / width; y++) {
      float any = 0;
      for (int x = 0; x < width; x++) {
        any = Math.max(any, plane[y * width + x]);
      }
      rows += (int) any;
    }
    return rows;
  }

  private static double width(float[] plane, int width) {
    int columns = 0;
    for (int x = 0; x < width; x++) {
      float any = 0;
      for (int y = 0; y < plane.length / width; y++) {
        any = Math.max(any, plane[y * width + x]);
      }
      columns += (int) any;
    }
    return columns;
  }

  @Test
  void barsExtendOverTheOtherAxes() {
    for (SeedRegion region : SeedRegion.values()) {
      Holes holes = Holes.bars(MapAxis.WIDTH, 1, 2, 5, 4).toBuilder().seedRegion(region).build();
      for (float[] plane : MaskData.planes(holes.sample(IMAGES, 0))) {
        assertEquals(20, height(plane, 30));
        assertEquals(20 * width(plane, 30), MaskData.sum(plane));
        assertTrue(width(plane, 30) <= 5);
      }
    }
  }

  @Test
  void aBarOfLengthZeroDropsNothing() {
    Holes none = Holes.bars(MapAxis.HEIGHT, 3, 0, 0, 4);
    assertEquals(IMAGES.size(), none.sample(IMAGES, 0).keptCount());
    assertEquals(1, none.expectedKeptFraction(IMAGES));
    Holes inverse = none.toBuilder().inverse(true).build();
    assertEquals(0, inverse.sample(IMAGES, 0).keptCount());
    assertEquals(0, inverse.expectedKeptFraction(IMAGES));
  }

  /** Batch DropBlock: all samples of a batch lose the same region, in parts of it too. */
  @Test
  void theHoleOfABatchIsInAllPlanes() {
    Holes holes = Holes.ofBatch(BlockSize.of(7, 99), 5);
    List<float[]> planes = MaskData.planes(holes.sample(IMAGES, 6));
    List<float[]> part = MaskData.planes(holes.sample(IMAGES.withN(2), 6, 30));
    assertEquals(7 * 30, MaskData.sum(planes.get(0)));
    planes.forEach(plane -> assertArrayEquals(planes.get(0), plane));
    part.forEach(plane -> assertArrayEquals(planes.get(0), plane));
  }

  /** The probability decides for the channels of a sample together. */
  @Test
  void aSampleHasHolesInAllChannelsOrInNone() {
    Holes holes =
        Holes.randomErasing(.5, 6).toBuilder().sharing(MaskSharing.NONE).inverse(true).build();
    List<float[]> planes = MaskData.planes(holes.sample(IMAGES, 0));
    int applied = 0;
    for (int n = 0; n < IMAGES.n(); n++) {
      boolean first = MaskData.sum(planes.get(3 * n)) > 0;
      assertEquals(first, MaskData.sum(planes.get(3 * n + 1)) > 0);
      assertEquals(first, MaskData.sum(planes.get(3 * n + 2)) > 0);
      applied += first ? 1 : 0;
    }
    // Half of 40: outside of 5 to 35 with probability 7e-7.
    assertTrue(applied > 5 && applied < 35, "applied " + applied);
  }

  @Test
  void theInverseDropsWhatIsKept() {
    Holes holes = Holes.coarse(1, 4, BlockSize.square(2), BlockSize.square(9), 7);
    Holes inverse = holes.toBuilder().inverse(true).build();
    float[] dropped = MaskData.dropped(holes.sample(IMAGES, 1));
    float[] kept = MaskData.dropped(inverse.sample(IMAGES, 1));
    for (int i = 0; i < dropped.length; i++) {
      assertEquals(1 - dropped[i], kept[i]);
    }
    double sum = holes.expectedKeptFraction(IMAGES) + inverse.expectedKeptFraction(IMAGES);
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void withoutHolesAndWithoutProbabilityAllIsKept() {
    for (Holes none :
        List.of(Holes.randomErasing(0, 1), Holes.builder().holes(0).seed(1).build())) {
      assertEquals(IMAGES.size(), none.sample(IMAGES, 0).keptCount());
      assertEquals(1, none.expectedKeptFraction(IMAGES));
    }
  }

  /** Areas and ratios are those of the middles of 32 steps: known sizes on 100 x 100. */
  @ParameterizedTest
  @CsvSource({
    // A square of a quarter; a ratio of 4; cut to a hole of the same area that fits; the whole map.
    "100,100, .25,1, 50,50",
    "100,100, .25,4, 100,25",
    "100,100, .25,16, 100,25",
    "100,100, .25,.04, 25,100",
    "1,100, .25,1, 1,25",
    "50,40, 1,3, 50,40",
    "100,100, .00001,1, 1,1"
  })
  void sizesByArea(int h, int w, double area, double aspect, int height, int width) {
    Shape shape = Shape.nchw(1, 1, h, w);
    Holes holes = Holes.randomErasing(1, area, area, aspect, aspect, 9);
    float[] plane = MaskData.dropped(holes.sample(shape, 0));
    assertEquals(height, height(plane, w));
    assertEquals(width, width(plane, w));
    assertArrayEquals(new int[] {1, height, width}, new OracleHoles(holes, shape).sizes().get(0));
  }

  @Test
  void sizesPrintTheCallThatMakesThem() {
    BlockSize three = BlockSize.square(3);
    assertEquals("of(square(3))", HoleSize.of(three).toString());
    assertEquals(
        "between(square(3), square(4))", HoleSize.between(three, BlockSize.square(4)).toString());
    assertEquals("bar(WIDTH, 0, 4)", HoleSize.bar(MapAxis.WIDTH, 0, 4).toString());
    assertEquals("area(0.02, 0.33, 0.3, 3.3)", HoleSize.area(.02, .33, .3, 3.3).toString());
    assertEquals(HoleSize.of(three), HoleSize.between(three, BlockSize.square(3)));
    assertEquals(
        "Holes[probability=0.5, minHoles=1, maxHoles=1, size=area(0.02, 0.33, 0.3, 3.3),"
            + " seedRegion=VALID, sharing=CHANNELS, inverse=false, normalization=NONE,"
            + " fill=zero(), seed=1]",
        Holes.randomErasing(.5, 1).toString());
  }
}
