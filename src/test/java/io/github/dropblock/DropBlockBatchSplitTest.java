package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a batch is split, its parts hold the bits of the whole. */
class DropBlockBatchSplitTest {
  @Property(tries = 200)
  @Domain(MaskCases.class)
  @Domain(DomainContext.Global.class)
  void anySplitGivesTheSameBits(@ForAll MaskCase c, @ForAll @IntRange(max = 7) int cut) {
    int samples = c.shape().n();
    int first = Math.min(cut, samples);
    DropMask whole = c.mask();
    assertSamples(whole, c, 0, first);
    assertSamples(whole, c, first, samples - first);
    for (int n = 0; n < samples; n++) {
      assertSamples(whole, c, n, 1);
    }
  }

  private static void assertSamples(DropMask whole, MaskCase c, int first, int count) {
    Shape shape = c.shape().withN(count);
    DropMask part = c.dropBlock().sample(shape, c.step(), c.firstSample() + first);
    assertArrayEquals(MaskData.samples(whole, first, count), MaskData.dropped(part), c::toString);
    assertEquals(shape, part.shape());
    long dropped = (long) MaskData.sum(MaskData.dropped(part));
    assertEquals(shape.size() - dropped, part.keptCount());
  }

  /** Samples whose bits begin anywhere in a word, in chunks of 3 of 64. */
  @ParameterizedTest
  @ValueSource(doubles = {.3, .9})
  void chunksOfThree(double keepProb) {
    MaskCase c = MaskCase.of(Shape.nchw(64, 3, 7, 11), 3, keepProb, 31);
    DropMask whole = c.mask();
    for (int first = 0; first < 64; first += 3) {
      assertSamples(whole, c, first, Math.min(3, 64 - first));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Integer.MAX_VALUE - 2L, (1L << 32) - 2, 1L << 62, Long.MAX_VALUE - 4})
  void partsOfHugeBatches(long first) {
    DropBlock dropBlock = DropBlock.builder().keepProb(.5).blockSize(2).seed(32).build();
    Shape four = Shape.nchw(4, 5, 6, 7);
    DropMask whole = dropBlock.sample(four, 1, first);
    for (int n = 0; n < 4; n++) {
      DropMask one = dropBlock.sample(four.withN(1), 1, first + n);
      assertArrayEquals(MaskData.samples(whole, n, 1), MaskData.dropped(one));
    }
  }

  @Test
  void aLargerBatchBeginsWithTheSmaller() {
    MaskCase c = MaskCase.of(Shape.nchw(3, 65, 14, 14), 7, .9, 33);
    DropMask larger = c.dropBlock().sample(c.shape().withN(20), 0);
    assertArrayEquals(MaskData.dropped(c.mask()), MaskData.samples(larger, 0, 3));
  }

  /**
   * Channels are drawn in groups of 64: a group does not depend on how many follow. A batch may
   * therefore also be split by channels, but only a part that begins with channel 0 can be asked
   * for.
   */
  @ParameterizedTest
  @ValueSource(doubles = {.2, .9})
  void theFirstGroupsOfChannelsDoNotDependOnThoseThatFollow(double keepProb) {
    for (int block : new int[] {1, 3, 7}) {
      DropBlock dropBlock =
          DropBlock.builder().keepProb(keepProb).blockSize(block).seed(34).build();
      float[] many = MaskData.dropped(dropBlock.sample(Shape.nchw(1, 200, 9, 9), 0));
      for (int channels : new int[] {64, 128, 192}) {
        float[] few = MaskData.dropped(dropBlock.sample(Shape.nchw(1, channels, 9, 9), 0));
        assertArrayEquals(Arrays.copyOf(many, channels * 81), few);
      }
    }
  }

  /** The default normalizer is the whole tensor's, so a part has a scale of its own. */
  @Test
  void theScaleOfAPartIsItsOwn() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.5).blockSize(3).seed(35).build();
    Shape shape = Shape.nchw(1, 1, 14, 14);
    DropMask first = dropBlock.sample(shape, 0, 0);
    DropMask second = dropBlock.sample(shape, 0, 1);
    DropMask both = dropBlock.sample(shape.withN(2), 0);
    assertEquals(first.keptCount() + second.keptCount(), both.keptCount());
    assertEquals((float) (392.0 / both.keptCount()), both.scale());
    assertEquals((float) (196.0 / first.keptCount()), first.scale());
  }
}
