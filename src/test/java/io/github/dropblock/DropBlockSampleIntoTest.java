package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A mask can be drawn anew, and then is the mask that a new one would be. */
class DropBlockSampleIntoTest {
  private static final Shape SHAPE = Shape.nchw(3, 70, 9, 11);
  private final DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(4).build();

  @Test
  void aMaskDrawnAnewIsTheMaskOfItsStepAndSample() {
    DropMask mask = dropBlock.sample(SHAPE, 0);
    for (long step = 1; step < 20; step++) {
      dropBlock.sampleInto(mask, step, 7 * step);
      assertSame(dropBlock.sample(SHAPE, step, 7 * step), mask);
      dropBlock.sampleInto(mask, step);
      assertSame(dropBlock.sample(SHAPE, step), mask);
    }
  }

  @Test
  void anotherRegularizerMayDrawIt() {
    DropMask mask = dropBlock.sample(SHAPE, 0);
    for (double keepProb : new double[] {0, 1, 0.5}) {
      DropBlock other = dropBlock.withKeepProb(keepProb);
      other.sampleInto(mask, 1);
      assertSame(other.sample(SHAPE, 1), mask);
    }
  }

  /** A mask has the normalization of the last one to draw it. */
  @Test
  void anotherNormalizationMayDrawIt() {
    Tensor x = Tensor.full(SHAPE, 1);
    for (Normalization first : Normalization.values()) {
      for (Normalization second : Normalization.values()) {
        DropMask mask = dropBlock.withNormalization(first).sample(SHAPE, 0);
        DropBlock other = dropBlock.withNormalization(second);
        other.sampleInto(mask, 1);
        assertEquals(other.sample(SHAPE, 1).apply(x), mask.apply(x), first + ", " + second);
      }
    }
  }

  private static void assertSame(DropMask expected, DropMask actual) {
    assertEquals(expected.keptCount(), actual.keptCount());
    assertEquals(expected.scale(), actual.scale());
    assertEquals(expected.toTensor(), actual.toTensor());
  }

  @Test
  void aRejectedCallLeavesTheMask() {
    DropMask mask = dropBlock.sample(SHAPE, 5);
    Tensor before = mask.toTensor();
    rejected("mask must not be null", () -> dropBlock.sampleInto(null, 0));
    rejected("step must be >= 0: -1", () -> dropBlock.sampleInto(mask, -1));
    rejected(
        "firstSample must be in [0, 9223372036854775804]: -2",
        () -> dropBlock.sampleInto(mask, 0, -2));
    assertEquals(before, mask.toTensor());
  }

  private static void rejected(String message, Runnable call) {
    Exception e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }
}
