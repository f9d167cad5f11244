package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.bits.Bits;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The stamps of blocks in 2-D planes, narrow and wide, against one position at a time. */
class BlockStampProperties {
  @Property
  void aBlockIsDroppedAndCounted(
      @ForAll @IntRange(min = 1, max = 40) int h,
      @ForAll @IntRange(min = 1, max = 130) int w,
      @ForAll @IntRange(min = 1, max = 40) int blockH,
      @ForAll @IntRange(min = 1, max = 70) int blockW,
      @ForAll @IntRange(min = 1, max = 3) int planes,
      @ForAll long seed) {
    Axis height = Axis.valid(h, Math.min(blockH, h));
    Axis width = Axis.valid(w, Math.min(blockW, w));
    BlockGeometry geometry = new BlockGeometry(Axis.valid(1, 1), height, width);
    Random random = new Random(seed);
    int firstBit = random.nextInt(200);
    int endWord = Bits.words(firstBit + planes * h * w);
    long[] before = random.longs(endWord).map(bits -> bits & random.nextLong()).toArray();
    int site = random.nextInt(planes * geometry.sites());

    long[] expected = before.clone();
    int added = stampSlowly(expected, geometry, firstBit, site);
    for (BlockStamp stamp : new BlockStamp[] {BlockStamp.of(geometry), new RowStamp(geometry)}) {
      long[] actual = before.clone();
      assertEquals(added, stamp.stamp(actual, firstBit, endWord, site));
      assertArrayEquals(expected, actual);
    }
  }

  private static int stampSlowly(long[] dropped, BlockGeometry geometry, int firstBit, int site) {
    int starts = geometry.width().starts();
    int plane = site / geometry.sites();
    int y = site % geometry.sites() / starts;
    int x = site % starts;
    int added = 0;
    for (int i = y; i < y + geometry.height().block(); i++) {
      for (int j = x; j < x + geometry.width().block(); j++) {
        int bit = firstBit + plane * geometry.positions() + i * geometry.width().extent() + j;
        added += Bits.get(dropped, bit) ? 0 : 1;
        dropped[bit >> 6] |= 1L << bit;
      }
    }
    return added;
  }
}
