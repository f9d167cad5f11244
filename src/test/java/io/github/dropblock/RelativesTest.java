package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each method that users of other libraries know by name is here, with the property that makes it
 * that method. The rates and laws of each are tested in the tests of its class.
 */
class RelativesTest {
  private static final Shape IMAGES = Shape.nchw(40, 3, 24, 32);
  private static final int SAMPLE = IMAGES.size() / IMAGES.n();
  private static final long SEED = 42;

  /** A rectangle through all channels, in about half of the images. */
  @Test
  void randomErasing() {
    DropMask mask = Holes.randomErasing(0.5, SEED).sample(IMAGES, 0);
    int erased = 0;
    for (int n = 0; n < IMAGES.n(); n++) {
      Box box = Box.ofDropped(mask, n);
      if (!box.isEmpty()) {
        erased++;
        assertEquals(3L * box.area(), SAMPLE - mask.keptCount(n));
        double share = box.area() / (double) IMAGES.planeSize();
        assertTrue(share > 0.01 && share < 0.37, () -> share + " of the image");
      }
    }
    assertTrue(erased > 8 && erased < 32, erased + " images"); // beyond with probability 2e-4
  }

  /** Several rectangles with sides of a range. */
  @Test
  void coarseDropout() {
    Holes coarse = Holes.coarse(2, 8, BlockSize.square(2), BlockSize.square(5), SEED);
    DropMask mask = coarse.sample(IMAGES, 0);
    for (int n = 0; n < IMAGES.n(); n++) {
      long dropped = (SAMPLE - mask.keptCount(n)) / 3;
      assertTrue(dropped >= 4 && dropped <= 8 * 25, dropped + " positions");
    }
  }

  /** Bars over all frequencies or all times. */
  @Test
  void specAugment() {
    DropMask times = Holes.bars(MapAxis.WIDTH, 1, 1, 9, SEED).sample(IMAGES, 0);
    DropMask frequencies = Holes.bars(MapAxis.HEIGHT, 1, 1, 9, SEED).sample(IMAGES, 0);
    for (int n = 0; n < IMAGES.n(); n++) {
      Box time = Box.ofDropped(times, n);
      assertEquals(IMAGES.h(), time.height());
      assertTrue(time.width() <= 9);
      assertEquals(IMAGES.w(), Box.ofDropped(frequencies, n).width());
    }
  }

  /** The same hole in all samples. */
  @Test
  void batchDropBlock() {
    DropMask mask = Holes.ofBatch(BlockSize.of(8, 32), SEED).sample(IMAGES, 0);
    Set<Box> boxes = new HashSet<>();
    IntStream.range(0, IMAGES.n()).forEach(n -> boxes.add(Box.ofDropped(mask, n)));
    assertEquals(1, boxes.size());
    assertEquals(8 * 32, boxes.iterator().next().area());
  }

  /** Cells that are dropped as a whole. */
  @Test
  void hideAndSeek() {
    DropMask mask = Patches.of(8, 0.5, SEED).sample(IMAGES, 0);
    for (int n = 0; n < IMAGES.n(); n++) {
      for (int y = 0; y < IMAGES.h(); y++) {
        for (int x = 0; x < IMAGES.w(); x++) {
          assertEquals(mask.isKept(n, 0, y / 8 * 8, x / 8 * 8), mask.isKept(n, 2, y, x));
        }
      }
    }
  }

  /** Exactly a quarter of the patches is left in each image. */
  @Test
  void maskedAutoencoders() {
    DropMask mask = Patches.exactly(8, 0.25, SEED).sample(IMAGES, 0);
    for (int n = 0; n < IMAGES.n(); n++) {
      assertEquals(3L * 64 * 3, mask.keptCount(n));
    }
  }

  /** Squares at even distances. */
  @Test
  void gridMask() {
    DropMask mask = GridMask.of(8, 0.5, SEED).sample(IMAGES, 0);
    for (int n = 0; n < IMAGES.n(); n++) {
      for (int y = 0; y + 8 < IMAGES.h(); y++) {
        for (int x = 0; x + 8 < IMAGES.w(); x++) {
          assertEquals(mask.isKept(n, 0, y, x), mask.isKept(n, 0, y + 8, x));
          assertEquals(mask.isKept(n, 0, y, x), mask.isKept(n, 0, y, x + 8));
        }
      }
      assertEquals(3L * 12 * 4 * 4, SAMPLE - mask.keptCount(n));
    }
  }

  /** Dropped elements get the value at which SELU saturates, before the affine step. */
  @Test
  void alphaDropout() {
    Shape shape = Shape.nc(64, 100);
    DropMask mask = AlphaDropout.of(0.8, SEED).sample(shape, 0);
    Tensor y = mask.apply(Tensor.zeros(shape));
    Set<Float> values = new HashSet<>();
    for (float value : y.data()) {
      values.add(value);
    }
    assertEquals(2, values.size()); // one for kept zeros, one for dropped ones
  }

  /** The features of a sample have the same bit. */
  @Test
  void featureAlphaDropout() {
    DropMask mask = AlphaDropout.ofPlanes(0.8, SEED).sample(IMAGES, 0);
    for (int n = 0; n < IMAGES.n(); n++) {
      assertEquals(0, mask.keptCount(n) % IMAGES.planeSize());
    }
  }

  /** Variational or locked dropout: one mask for all times of a sequence. */
  @Test
  void lockedDropout() {
    Shape sequences = Shape.ncw(8, 50, 20);
    DropMask mask = SpatialDropout.of(0.7, SEED).sample(sequences, 0);
    for (int n = 0; n < sequences.n(); n++) {
      for (int c = 0; c < sequences.c(); c++) {
        assertEquals(mask.isKept(n, c, 0, 0), mask.isKept(n, c, 0, 19));
      }
    }
  }

  /** The linear rule over depth, and only the branches that are kept. */
  @Test
  void stochasticDepth() {
    KeepProbSchedule last = KeepProbSchedule.constant(0.8);
    assertEquals(0.9, last.forDepth(6, 12).at(0), 1e-15);
    DropMask mask = DropPath.of(0.5, SEED).sample(IMAGES, 0);
    int[] kept = IntStream.range(0, IMAGES.n()).filter(n -> mask.keptCount(n) > 0).toArray();
    assertArrayEquals(kept, mask.keptSamples());
  }

  /** Other draws at inference than in training. */
  @Test
  void monteCarloDropping() {
    DropBlock dropBlock = DropBlock.builder().blockSize(5).seed(SEED).build();
    DropMask training = dropBlock.sample(IMAGES, 0);
    assertNotEquals(training, dropBlock.forInference().sample(IMAGES, 0));
  }

  /** A box of another image, whose area is the weight of its label. */
  @Test
  void cutMix() {
    DropMask mask = Cutout.of(1, 9, SEED).sample(IMAGES, 0);
    Tensor mixed = Tensor.zeros(IMAGES);
    mask.select(Tensor.full(IMAGES, 1), Tensor.full(IMAGES, 2), mixed);
    for (int n = 0; n < IMAGES.n(); n++) {
      double sum = 0;
      for (int i = 0; i < SAMPLE; i++) {
        sum += mixed.data()[n * SAMPLE + i];
      }
      assertEquals(2 - mask.keptFraction(n), sum / SAMPLE, 1e-9);
    }
  }

  /** Some units keep their old state. */
  @Test
  void zoneout() {
    DropMask mask = Dropout.of(0.9, SEED).sample(IMAGES, 0);
    Tensor next = mask.select(Tensor.full(IMAGES, 1), Tensor.full(IMAGES, 2), Tensor.zeros(IMAGES));
    for (int i = 0; i < SAMPLE; i++) {
      assertEquals(mask.dropped().get(i) ? 2 : 1, next.data()[i]);
    }
  }

  /** A mask from any rule, such as one that looks at the data. */
  @Test
  void masksOfYourOwn() {
    DropMask mask = DropMask.where(IMAGES, (n, c, d, h, w) -> h < w);
    assertFalse(mask.isKept(0, 0, 3, 4));
    assertTrue(mask.isKept(0, 0, 4, 4));
  }

  /** Runs of a sequence, and cuboids of a volume. */
  @Test
  void dropBlockOfOneAndThreeDimensions() {
    DropBlock dropBlock = DropBlock.builder().keepProb(0.9).blockSize(3).seed(SEED).build();
    for (Shape shape : new Shape[] {Shape.ncw(8, 16, 50), Shape.ncdhw(2, 8, 6, 9, 9)}) {
      DropMask mask = dropBlock.sample(shape, 0);
      assertEquals(0.9, mask.keptFraction(), 0.05); // 4 deviations
    }
  }

  /** The smallest rectangle around what a sample's first channel loses. */
  private record Box(int top, int left, int bottom, int right) {
    static Box ofDropped(DropMask mask, int n) {
      Shape shape = mask.shape();
      Box box = new Box(Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1);
      for (int y = 0; y < shape.h(); y++) {
        for (int x = 0; x < shape.w(); x++) {
          box = mask.isKept(n, 0, y, x) ? box : box.with(y, x);
        }
      }
      return box;
    }

    private Box with(int y, int x) {
      return new Box(Math.min(top, y), Math.min(left, x), Math.max(bottom, y), Math.max(right, x));
    }

    boolean isEmpty() {
      return bottom < 0;
    }

    int height() {
      return bottom - top + 1;
    }

    int width() {
      return right - left + 1;
    }

    int area() {
      return height() * width();
    }
  }
}
