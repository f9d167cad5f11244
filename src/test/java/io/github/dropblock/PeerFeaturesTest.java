package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What other implementations can do, a test for each row of the table of features: torchvision,
 * timm, miguelvr, TF-TPU, KerasCV and bunsen. Here all of it is a choice.
 */
class PeerFeaturesTest {
  private static final Shape BEST_KNOWN = Shape.nchw(4, 8, 14, 14);

  private static DropBlockBuilder builder() {
    return DropBlock.builder().seed(1);
  }

  /** The lengths of all runs of dropped positions in a row. */
  private static IntStream runs(float[] row) {
    StringBuilder text = new StringBuilder();
    for (float dropped : row) {
      text.append(dropped == 1 ? '1' : '0');
    }
    return Arrays.stream(text.toString().split("0+"))
        .filter(r -> !r.isEmpty())
        .mapToInt(String::length);
  }

  @Test
  @DisplayName("dims: 2-D and 3-D as torchvision and miguelvr, and 1-D")
  void dims() {
    DropBlock dropBlock = builder().keepProb(.5).blockSize(3).build();
    for (Shape shape :
        List.of(Shape.ncw(2, 9, 40), Shape.nchw(2, 9, 9, 9), Shape.ncdhw(2, 9, 5, 6, 7))) {
      DropMask mask = dropBlock.sample(shape, 0);
      assertTrue(mask.keptCount() > 0 && mask.keptCount() < shape.size(), shape::toString);
      assertEquals(shape, mask.apply(Tensor.zeros(shape)).shape());
    }
    // A block is a cube: equation 1 divides by b, b^2 and b^3.
    assertEquals(.5 / 3 * 40 / 38, dropBlock.gamma(Shape.ncw(1, 1, 40)), 1e-15);
    assertEquals(.5 / 9 * 81 / 49, dropBlock.gamma(Shape.nchw(1, 1, 9, 9)), 1e-15);
    assertEquals(.5 / 27 * 210 / 60, dropBlock.gamma(Shape.ncdhw(1, 1, 5, 6, 7)), 1e-15);
  }

  @Test
  @DisplayName(
      "gamma: equation 1, x gamma_scale (timm, bunsen), without the area factor (miguelvr)")
  void gamma() {
    double equationOne = .1 / 49 * 196 / 64;
    assertEquals(equationOne, builder().build().gamma(BEST_KNOWN), 1e-15);
    assertEquals(equationOne / 4, builder().gammaScale(.25).build().gamma(BEST_KNOWN), 1e-15);
    double sitesToPositions = 64 / 196.0;
    DropBlock miguelvr = builder().gammaScale(sitesToPositions).build();
    assertEquals(.1 / 49, miguelvr.gamma(BEST_KNOWN), 1e-15);
  }

  /** 28 x 14: KerasCV never drops the rows from 14 on, TF-TPU refuses. */
  @Test
  @DisplayName("H != W: yes")
  void heightOtherThanWidth() {
    Shape shape = Shape.nchw(64, 64, 28, 14);
    DropBlock dropBlock = builder().keepProb(.8).build();
    assertEquals(.2 / 49 * 392 / (22 * 8), dropBlock.gamma(shape), 1e-15);
    int[] drops = MaskData.dropsOfEachPosition(dropBlock.sample(shape, 0));
    int upper = Arrays.stream(drops, 0, 14 * 14).sum();
    int lower = Arrays.stream(drops, 14 * 14, 28 * 14).sum();
    assertEquals(1, (double) lower / upper, .1);
    assertTrue(Arrays.stream(drops).allMatch(count -> count > 0));
  }

  @Test
  @DisplayName("block > map: clipped per axis (timm, bunsen), min(b, H, W) (torchvision)")
  void blockLongerThanTheMap() {
    Shape shape = Shape.nchw(4, 8, 5, 20);
    Tensor perAxis = builder().blockSize(7).build().sample(shape, 0).toTensor();
    DropBlock cut = builder().blockSize(BlockSize.of(5, 7)).build();
    assertEquals(cut.sample(shape, 0).toTensor(), perAxis);
    DropBlock torchvision = builder().blockSize(Math.min(7, Math.min(5, 20))).build();
    assertEquals(.1 / 25 * 100 / 16, torchvision.gamma(shape), 1e-15);
    DropBlock ratio = builder().blockSize(BlockSize.ratio(.25)).build();
    DropBlock quarter = builder().blockSize(BlockSize.of(1, 5)).build();
    assertEquals(quarter.sample(shape, 0).toTensor(), ratio.sample(shape, 0).toTensor());
  }

  /** Of an even length: rows of a map of one row have no shorter run of dropped positions. */
  @Test
  @DisplayName("even b: yes (torchvision: ValueError)")
  void evenBlocks() {
    Shape rows = Shape.ncw(100, 65, 30);
    DropMask mask = builder().keepProb(.8).blockSize(4).build().sample(rows, 0);
    int[] runs = MaskData.planes(mask).stream().flatMapToInt(PeerFeaturesTest::runs).toArray();
    assertEquals(4, Arrays.stream(runs).min().orElseThrow());
    assertTrue(Arrays.stream(runs).anyMatch(run -> run > 4));
  }

  @Test
  @DisplayName(
      "seeds: valid region (torchvision, TF, KerasCV), whole map (timm, miguelvr), either (bunsen)")
  void seeds() {
    Shape rows = Shape.ncw(100, 65, 30);
    DropBlockBuilder builder = builder().keepProb(.8).blockSize(7);
    for (SeedRegion region : SeedRegion.values()) {
      DropMask mask = builder.seedRegion(region).build().sample(rows, 0);
      int shortest =
          MaskData.planes(mask).stream().flatMapToInt(PeerFeaturesTest::runs).min().orElseThrow();
      // Cut: around a center at the edge four remain, of a block that touches the map one.
      int expected =
          switch (region) {
            case VALID -> 7;
            case WHOLE -> 4;
            case EXTENDED -> 1;
          };
      assertEquals(expected, shortest, region::toString);
    }
  }

  @Test
  @DisplayName(
      "mask: per (n, c) (torchvision), shared over C (timm, miguelvr), batch-wise (bunsen)")
  void mask() {
    for (MaskSharing sharing : MaskSharing.values()) {
      DropMask mask =
          builder().keepProb(.5).blockSize(3).sharing(sharing).build().sample(BEST_KNOWN, 0);
      List<float[]> planes = MaskData.planes(mask);
      long different = planes.stream().map(Arrays::toString).distinct().count();
      int expected =
          switch (sharing) {
            case NONE -> 32;
            case CHANNELS -> 4;
            case BATCH -> 8;
            case ALL -> 1;
          };
      assertEquals(expected, different, sharing::toString);
    }
  }

  @Test
  @DisplayName("fill: zero (all), Gaussian noise (timm, bunsen)")
  void fill() {
    Tensor x = Tensor.full(BEST_KNOWN, 3);
    DropMask zero = builder().build().sample(BEST_KNOWN, 0);
    float[] dropped = MaskData.dropped(zero);
    float[] y = zero.apply(x).data();
    DropBlock noisy = builder().fill(Fill.gaussian(0, 1)).build();
    float[] noise = noisy.sample(BEST_KNOWN, 0).apply(x).data();
    float[] again = noisy.sample(BEST_KNOWN, 0).apply(x).data();
    assertArrayEquals(noise, again);
    for (int i = 0; i < y.length; i++) {
      if (dropped[i] == 0) {
        assertEquals(y[i], noise[i]);
      } else {
        assertEquals(0f, y[i]);
        assertNotEquals(0f, noise[i]);
      }
    }
  }

  @Test
  @DisplayName("normalizer: numel / sum over the whole tensor (all), off (timm)")
  void normalizer() {
    DropMask tensor = builder().build().sample(BEST_KNOWN, 0);
    double dropped = MaskData.sum(MaskData.dropped(tensor));
    float numelToSum = (float) (BEST_KNOWN.size() / (BEST_KNOWN.size() - dropped));
    assertEquals(numelToSum, tensor.scale());
    DropMask off = builder().normalization(Normalization.NONE).build().sample(BEST_KNOWN, 0);
    assertEquals(1f, off.scale());
    assertEquals(tensor.toTensor(), off.toTensor());
    assertEquals(off.toTensor(), off.apply(Tensor.full(BEST_KNOWN, 1)));
  }

  @Test
  @DisplayName("schedule: linear (miguelvr, TF-TPU) and group scaling (TF-TPU)")
  void schedule() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .9, 100);
    assertEquals(.95, linear.at(50), 1e-12);
    assertEquals(.9, linear.at(1000), 1e-12);
    KeepProbSchedule third = linear.forGroup(3, 4);
    assertEquals(1 - .1 / 4, third.at(100), 1e-12);
    DropLayer layer = DropLayer.of(builder().build(), third);
    Tensor x = Tensor.full(BEST_KNOWN, 1);
    DropBlock atStep = builder().keepProb(third.at(70)).build();
    assertEquals(atStep.sample(BEST_KNOWN, 70).apply(x), layer.step(70).forward(x));
  }

  @Test
  @DisplayName("seeded generator: yes (KerasCV)")
  void seededGenerator() {
    Tensor first = builder().build().sample(BEST_KNOWN, 0).toTensor();
    assertEquals(first, DropBlock.builder().seed(1).build().sample(BEST_KNOWN, 0).toTensor());
    assertNotEquals(first, DropBlock.builder().seed(2).build().sample(BEST_KNOWN, 0).toTensor());
  }

  @Test
  @DisplayName("mask / backward access: no peer has it")
  void maskAndBackward() {
    DropMask mask = builder().keepProb(.5).build().sample(BEST_KNOWN, 0);
    Tensor dy = Tensor.full(BEST_KNOWN, 2);
    Tensor kept = mask.toTensor();
    Tensor dx = mask.backward(dy);
    for (int h = 0; h < 14; h++) {
      boolean isKept = mask.isKept(3, 5, h, 6);
      assertEquals(isKept ? 1f : 0f, kept.get(3, 5, h, 6));
      assertEquals(isKept ? 2 * mask.scale() : 0f, dx.get(3, 5, h, 6));
    }
  }
}
