package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Masks that the caller makes, and copies of masks with other choices. */
class OwnMasksTest {
  private static final Shape SHAPE = Shape.ncdhw(2, 3, 2, 3, 5);

  private static BitSet bits(int size) {
    BitSet bits = new BitSet();
    for (int i = 0; i < size; i += 3) {
      bits.set(i);
    }
    return bits;
  }

  @Test
  void bitsAreTheDroppedElements() {
    BitSet dropped = bits(SHAPE.size());
    DropMask mask = DropMask.of(SHAPE, dropped);
    Tensor x = MaskSetup.of(Dropout.of(.5, 1), SHAPE).input();
    Tensor y = mask.apply(x);
    for (int i = 0; i < SHAPE.size(); i++) {
      assertEquals(dropped.get(i) ? 0f : x.data()[i], y.data()[i]);
    }
    assertEquals(SHAPE.size() - dropped.cardinality(), mask.keptCount());
    assertEquals(dropped, mask.dropped());
    assertEquals(Normalization.NONE, mask.normalization());
    assertEquals(1f, mask.scale());
  }

  @Test
  void theCallersBitsAreCopied() {
    BitSet dropped = bits(SHAPE.size());
    DropMask mask = DropMask.of(SHAPE, dropped);
    BitSet given = (BitSet) dropped.clone();
    dropped.clear();
    mask.dropped().clear();
    assertEquals(given, mask.dropped());
  }

  /** The stored bits of each sharing are those of the samples and channels that are not shared. */
  @ParameterizedTest
  @EnumSource(MaskSharing.class)
  void sharedBitsAreRepeated(MaskSharing sharing) {
    boolean bySample = sharing == MaskSharing.NONE || sharing == MaskSharing.CHANNELS;
    boolean byChannel = sharing == MaskSharing.NONE || sharing == MaskSharing.BATCH;
    int samples = bySample ? SHAPE.n() : 1;
    int channels = byChannel ? SHAPE.c() : 1;
    int plane = SHAPE.planeSize();
    BitSet stored = bits(samples * channels * plane);
    DropMask mask = DropMask.of(SHAPE, sharing, stored);
    BitSet expected = new BitSet();
    for (int i = 0; i < SHAPE.size(); i++) {
      int n = bySample ? i / (SHAPE.c() * plane) : 0;
      int c = byChannel ? i / plane % SHAPE.c() : 0;
      expected.set(i, stored.get((n * channels + c) * plane + i % plane));
    }
    assertEquals(expected, mask.dropped());
    DropMask drawn = DropBlock.builder().sharing(sharing).seed(1).build().sample(SHAPE, 0);
    assertEquals(drawn.toTensor(), DropMask.of(SHAPE, drawn.dropped()).toTensor());
    BitSet tooMany = new BitSet();
    tooMany.set(samples * channels * plane);
    assertMessage(
        "dropped must have bits in [0, "
            + samples * channels * plane
            + ") only: bit "
            + samples * channels * plane,
        () -> DropMask.of(SHAPE, sharing, tooMany));
  }

  @Test
  void aConditionIsTestedAtEachPosition() {
    DropMask mask =
        DropMask.where(SHAPE, (n, c, d, h, w) -> n + 2 * c + 3 * d + 5 * h + 7 * w == 8);
    for (int i = 0; i < SHAPE.size(); i++) {
      int w = i % 5;
      int h = i / 5 % 3;
      int d = i / 15 % 2;
      int c = i / 30 % 3;
      int n = i / 90;
      assertEquals(n + 2 * c + 3 * d + 5 * h + 7 * w != 8, mask.isKept(n, c, d, h, w));
    }
    assertTrue(mask.keptCount() < SHAPE.size());
  }

  @Test
  void zerosAndOnesAreAMask() {
    DropMask mask = DropBlock.of(.7, 2, 5).sample(SHAPE, 3);
    DropMask read = DropMask.ofKept(mask.toTensor());
    assertEquals(mask.toTensor(), read.toTensor());
    Tensor half = mask.toTensor();
    half.data()[17] = .5f;
    assertMessage(
        "kept must be 0 or 1 at each element: 0.5 at element 17", () -> DropMask.ofKept(half));
    half.data()[17] = Float.NaN;
    assertMessage(
        "kept must be 0 or 1 at each element: NaN at element 17", () -> DropMask.ofKept(half));
  }

  /** A copy with another normalization is what is drawn with it. */
  @ParameterizedTest
  @EnumSource(
      value = Normalization.class,
      names = {"TENSOR", "SAMPLE", "PLANE", "NONE"})
  void normalizationsOfCopiesAreThoseOfDraws(Normalization normalization) {
    DropBlock dropBlock = DropBlock.of(.7, 2, 5);
    DropMask expected = dropBlock.withNormalization(normalization).sample(SHAPE, 3);
    for (Normalization from : Normalization.values()) {
      DropMask mask = dropBlock.withNormalization(from).sample(SHAPE, 3);
      assertEquals(expected, mask.with(normalization), from::name);
      assertEquals(from, mask.normalization());
    }
  }

  @Test
  void expectedIsKeptAndNeverInvented() {
    Dropout dropout = Dropout.of(.7, 2);
    DropMask mask = dropout.sample(SHAPE, 0);
    assertEquals(mask, mask.with(Normalization.EXPECTED));
    DropMask own = DropMask.of(SHAPE, new BitSet());
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> own.with(Normalization.EXPECTED));
    assertTrue(e.getMessage().startsWith("normalization must not be EXPECTED"), e.getMessage());
  }

  @Test
  void fillsOfCopiesAreThoseOfDraws() {
    Fill noise = Fill.gaussian(1, 2);
    Dropout dropout = Dropout.of(.7, 2);
    DropMask mask = dropout.sample(SHAPE, 4);
    assertEquals(dropout.withFill(noise).sample(SHAPE, 4), mask.with(noise));
    assertEquals(noise, mask.with(noise).fill());
    assertNotEquals(mask.with(noise), mask.with(noise, 3, 4));
    Tensor x = Tensor.full(SHAPE, 1);
    assertNotEquals(mask.with(noise).apply(x), mask.with(noise, 2, 5).apply(x));
    assertEquals(mask.with(noise).apply(x), mask.with(noise, 2, 4).apply(x));
    assertFalse(mask.hasFill());
  }

  @Test
  void drawingTheOriginalAnewLeavesItsCopiesAsTheyWere() {
    Dropout dropout = Dropout.of(.7, 2);
    DropMask mask = dropout.sample(SHAPE, 0);
    DropMask copy = mask.with(Threads.none());
    DropMask filled = mask.with(Fill.constant(2));
    Tensor before = copy.toTensor();
    dropout.sampleInto(mask, 1);
    assertEquals(before, copy.toTensor());
    assertEquals(before, filled.toTensor());
    assertNotEquals(mask, copy);
  }

  @Test
  void equalMasksDoTheSame() {
    Dropout dropout = Dropout.of(.7, 2);
    DropMask mask = dropout.sample(SHAPE, 0);
    DropMask again = DropMask.fromBytes(mask.toBytes());
    assertEquals(mask, again);
    assertEquals(mask.hashCode(), again.hashCode());
    assertNotEquals(mask, dropout.sample(SHAPE, 1));
    assertNotEquals(mask, mask.with(Fill.constant(1)));
    assertNotEquals(mask, mask.with(Normalization.NONE));
    assertNotEquals(mask, DropMask.of(Shape.nchw(2, 3, 6, 5), mask.dropped()));
    DropMask halves = dropout.withNormalization(Normalization.TENSOR).sample(SHAPE, 0);
    assertNotEquals(halves, halves.withTotals(halves.keptCount() + 1, 2L * SHAPE.size()));
    assertNotEquals(mask, "mask");
  }

  @Test
  void samplesAreCounted() {
    Shape shape = Shape.nchw(8, 4, 3, 3);
    for (Regularizer r : MaskSetup.ofEachGranularity(.5, 2)) {
      DropMask mask = r.sample(shape, 1);
      long sum = 0;
      for (int n = 0; n < 8; n++) {
        int kept = 36 - mask.toTensor().slice(n, 1).countZeros();
        assertEquals(kept, mask.keptCount(n), r::toString);
        assertEquals(kept / 36.0, mask.keptFraction(n));
        sum += kept;
      }
      assertEquals(mask.keptCount(), sum);
    }
    DropMask paths = DropPath.of(.5, 3).sample(shape, 1);
    int[] kept = paths.keptSamples();
    assertTrue(kept.length > 0 && kept.length < 8);
    for (int n : kept) {
      assertTrue(paths.isKept(n, 0, 0, 0));
    }
    assertArrayEquals(new int[0], DropPath.of(0, 3).sample(shape, 1).keptSamples());
    assertThrows(IndexOutOfBoundsException.class, () -> paths.keptCount(8));
  }

  @Test
  void badArguments() {
    DropMask mask = DropMask.of(SHAPE, new BitSet());
    assertMessage("shape must not be null", () -> DropMask.of(null, new BitSet()));
    assertMessage("dropped must not be null", () -> DropMask.of(SHAPE, null));
    assertMessage("sharing must not be null", () -> DropMask.of(SHAPE, null, new BitSet()));
    assertMessage("shape must not be null", () -> DropMask.where(null, (n, c, d, h, w) -> true));
    assertMessage("dropped must not be null", () -> DropMask.where(SHAPE, null));
    assertMessage("kept must not be null", () -> DropMask.ofKept(null));
    assertMessage("normalization must not be null", () -> mask.with((Normalization) null));
    assertMessage("fill must not be null", () -> mask.with((Fill) null));
    assertMessage("threads must not be null", () -> mask.with((Threads) null));
    assertMessage("step must be >= 0: -1", () -> mask.with(Fill.zero(), 1, -1));
  }
}
