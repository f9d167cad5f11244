package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropMask;
import io.github.dropblock.Dropout;
import io.github.dropblock.Holes;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.examples.guide.ReadersNames.Stripes;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide says in words about its snippets. */
class GuideClaimsTest {
  private static final Shape MAPS = Shape.nchw(4, 3, 14, 14);
  private static final Tensor ONES = Tensor.full(MAPS, 1);
  private static final DropBlock DROP_BLOCK = DropBlock.builder().seed(42).build();

  @Test
  void aLayerThatIsNeverToldAStepCountsItsPasses() {
    DropLayer counting = DropLayer.of(DROP_BLOCK);
    for (long step = 0; step < 3; step++) {
      assertEquals(step, counting.step());
      assertEquals(DROP_BLOCK.sample(MAPS, step).apply(ONES), counting.forward(ONES));
      counting.backward(ONES);
    }
  }

  @Test
  void aToldLayerNumbersUsesAndGoesBackInReverseOrder() {
    DropLayer layer = DropLayer.of(DROP_BLOCK).step(5);
    DropMask first = DROP_BLOCK.sample(MAPS, 5);
    DropMask second = DROP_BLOCK.forUse(1).sample(MAPS, 5);
    assertEquals(first.apply(ONES), layer.forward(ONES));
    assertEquals(second.apply(ONES), layer.forward(ONES));
    assertEquals(second.backward(ONES), layer.backward(ONES));
    assertEquals(first.backward(ONES), layer.backward(ONES));
  }

  @Test
  void aLayerForgetsTheOldestOf4097WaitingMasks() {
    Tensor small = Tensor.full(Shape.nc(1, 1), 1);
    DropLayer layer = DropLayer.of(Dropout.of(.5, 1));
    for (int i = 0; i < 4097; i++) {
      layer.forward(small);
    }
    for (int i = 0; i < 4096; i++) {
      layer.backward(small);
    }
    assertThrows(IllegalStateException.class, () -> layer.backward(small));
  }

  @Test
  void onOnePositionAllDropSingleElements() {
    Shape dense = Shape.nc(64, 1000);
    DropBlock dropBlock = DropBlock.of(.7, 7, 1);
    for (Regularizer regularizer :
        List.of(Dropout.of(.7, 1), SpatialDropout.of(.7, 1), dropBlock)) {
      DropMask mask = regularizer.withNormalization(Normalization.EXPECTED).sample(dense, 0);
      assertEquals((float) (1 / .7), mask.scale());
      // Of 64,000 elements: 6 standard deviations, so 2e-9.
      assertEquals(.7, mask.keptFraction(), 6 * Math.sqrt(.21 / dense.size()));
      assertTrue(mask.toTensor().slice(0, 1).countZeros() > 0);
    }
  }

  @Test
  void oneMaskServesAllTimesOrAllFeatures() {
    Shape sequences = Shape.ncw(8, 16, 20);
    DropBlock times = DropBlock.of(.8, 1, 42).toBuilder().sharing(MaskSharing.CHANNELS).build();
    DropMask ofTimes = times.sample(sequences, 0);
    DropMask ofFeatures = SpatialDropout.of(.8, 42).sample(sequences, 0);
    for (int c = 0; c < 16; c++) {
      for (int w = 0; w < 20; w++) {
        assertEquals(ofTimes.isKept(3, 0, 0, w), ofTimes.isKept(3, c, 0, w));
        assertEquals(ofFeatures.isKept(3, c, 0, 0), ofFeatures.isKept(3, c, 0, w));
      }
    }
    assertFalse(ofTimes.keptCount() == sequences.size());
    assertFalse(ofFeatures.keptCount() == sequences.size());
  }

  @Test
  void stripesAreWholeColumnsOfSomeSamples() {
    Shape spectrograms = Shape.nchw(200, 2, 6, 40);
    DropMask mask =
        CustomRegularizer.of(new Stripes(), .5, 42)
            .withSharing(MaskSharing.CHANNELS)
            .sample(spectrograms, 3);
    int whole = 0;
    for (int n = 0; n < 200; n++) {
      int columns = 0;
      for (int w = 0; w < 40; w++) {
        columns += mask.isKept(n, 0, 0, w) ? 0 : 1;
        for (int h = 0; h < 6; h++) {
          assertEquals(mask.isKept(n, 0, 0, w), mask.isKept(n, 1, h, w));
        }
      }
      assertTrue(columns <= 10);
      whole += columns == 0 ? 1 : 0;
    }
    // Binomial(200, 1/2): 6 standard deviations, so 2e-9.
    assertEquals(100, whole, 6 * Math.sqrt(50));
  }

  @Test
  void aNamedFunctionIsFoundAgainAndALambdaIsNotSaved() {
    CustomRegularizer stripes = CustomRegularizer.of(new Stripes(), .5, 42);
    assertEquals(stripes, Regularizer.fromMap(stripes.toMap()));
    CustomRegularizer lambda = CustomRegularizer.of(sample -> sample.dropRun(0, 1), .5, 42);
    assertThrows(UnsupportedOperationException.class, lambda::toMap);
  }

  @Test
  void randomErasingDropsAboutASixthOfAnImage() {
    Shape image = Shape.nchw(1, 3, 32, 32);
    assertEquals(.175, 1 - Holes.randomErasing(1, 42).expectedKeptFraction(image), 5e-4);
    assertEquals(.087, 1 - Holes.randomErasing(.5, 42).expectedKeptFraction(image), 5e-4);
  }

  @Test
  void aBoxOfCutMixIsCutAtTheEdgesAndEachSampleHasItsOwn() {
    DropMask mask = Cutout.of(1, 8, 42).sample(Shape.nchw(64, 3, 14, 14), 0);
    Tensor mixed =
        mask.select(Tensor.full(mask.shape(), 1), Tensor.full(mask.shape(), 2), ofZeros(mask));
    boolean cut = false;
    boolean differs = false;
    for (int n = 0; n < 64; n++) {
      double kept = mask.keptFraction(n);
      assertEquals(2 - kept, mixed.slice(n, 1).mean(), 1e-12);
      cut |= kept > 1 - 64 / 196.0;
      differs |= kept != mask.keptFraction(0);
    }
    assertTrue(cut && differs);
  }

  private static Tensor ofZeros(DropMask mask) {
    return Tensor.zeros(mask.shape());
  }

  @Test
  void theGradientsOfZoneoutAreThoseOfNewAndOldState() {
    DropMask update = Dropout.of(.85, 42).forUse(2).sample(Shape.nc(32, 128), 1);
    Tensor dy = Tensor.full(update.shape(), 3);
    Tensor ofNew = update.with(Normalization.NONE).backward(dy);
    assertEquals(update.select(dy, ofZeros(update), ofZeros(update)), ofNew);
  }
}
