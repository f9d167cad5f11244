package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** The views of one mask agree. */
class DropMaskCountTest {
  @Property(tries = 300)
  @Domain(MaskCases.class)
  void viewsAgree(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Shape shape = c.shape();
    Tensor numbers = mask.toTensor();
    assertEquals(shape, mask.shape());
    assertEquals(shape, numbers.shape());
    long kept = 0;
    for (int n = 0; n < shape.n(); n++) {
      for (int channel = 0; channel < shape.c(); channel++) {
        for (int z = 0; z < shape.d(); z++) {
          for (int y = 0; y < shape.h(); y++) {
            for (int x = 0; x < shape.w(); x++) {
              boolean isKept = mask.isKept(n, channel, z, y, x);
              assertEquals(isKept ? 1f : 0f, numbers.get(n, channel, z, y, x));
              kept += isKept ? 1 : 0;
            }
          }
        }
      }
    }
    assertEquals(kept, mask.keptCount());
    assertEquals(shape.size(), kept + numbers.countZeros());
    assertEquals((double) kept / shape.size(), mask.keptFraction());
    assertEquals(kept == 0 ? 0 : (float) ((double) shape.size() / kept), mask.scale());
  }

  @Property(tries = 100)
  @Domain(MaskCases.class)
  void fourIndexesSufficeWithoutDepth(@ForAll MaskCase c) {
    Shape shape = c.shape();
    Random random = new Random(c.seed());
    DropMask mask = c.mask();
    for (int i = 0; i < 100; i++) {
      int n = random.nextInt(shape.n());
      int channel = random.nextInt(shape.c());
      int y = random.nextInt(shape.h());
      int x = random.nextInt(shape.w());
      assertEquals(mask.isKept(n, channel, 0, y, x), mask.isKept(n, channel, y, x));
    }
  }

  /** The ends of each axis: an index beyond one would otherwise name a neighbor. */
  @Test
  void indexesBeyondAnAxisAreRejected() {
    DropMask mask = MaskCase.of(Shape.ncdhw(2, 3, 4, 5, 6), 2, .5, 61).mask();
    mask.isKept(1, 2, 3, 4, 5);
    int[][] wrong = {
      {2, 0, 0, 0, 0}, {0, 3, 0, 0, 0}, {0, 0, 4, 0, 0}, {0, 0, 0, 5, 0}, {0, 0, 0, 0, 6},
      {-1, 0, 0, 0, 0}, {0, -1, 0, 0, 0}, {0, 0, -1, 0, 0}, {0, 0, 0, -1, 0}, {0, 0, 0, 0, -1}
    };
    for (int[] i : wrong) {
      assertThrows(
          IndexOutOfBoundsException.class, () -> mask.isKept(i[0], i[1], i[2], i[3], i[4]));
    }
  }

  @Test
  void theTensorOfAMaskIsACopy() {
    DropMask mask = MaskCase.of(Shape.nchw(1, 1, 5, 5), 2, .5, 62).mask();
    Tensor before = mask.toTensor();
    mask.toTensor().data()[0] = 7;
    assertEquals(before, mask.toTensor());
  }

  @Test
  void textTellsShapeAndCount() {
    DropMask mask = MaskCase.of(Shape.nchw(2, 3, 5, 5), 2, .5, 63).mask();
    assertTrue(mask.toString().contains("NCHW(2, 3, 5, 5)"), mask::toString);
    assertTrue(mask.toString().contains("" + mask.keptCount()), mask::toString);
  }
}
