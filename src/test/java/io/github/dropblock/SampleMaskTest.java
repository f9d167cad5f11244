package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a mask function may do with a sample. */
class SampleMaskTest {
  private static final Shape SHAPE = Shape.ncdhw(3, 2, 3, 4, 5);

  private static DropMask drawn(MaskFunction function) {
    return CustomRegularizer.of(function, .5, 1).sample(SHAPE, 0);
  }

  /** A block is cut at the edges, wherever it begins. */
  @Property(tries = 300)
  void aBlockIsCutAtTheEdges(
      @ForAll @IntRange(min = -6, max = 6) int d,
      @ForAll @IntRange(min = -6, max = 6) int h,
      @ForAll @IntRange(min = -6, max = 6) int w,
      @ForAll @IntRange(max = 8) int depth,
      @ForAll @IntRange(max = 8) int height,
      @ForAll @IntRange(max = 8) int width) {
    DropMask mask = drawn(sample -> sample.dropBlock(1, d, h, w, depth, height, width));
    DropMask expected =
        DropMask.where(
            SHAPE,
            (n, c, z, y, x) ->
                c == 1
                    && z >= d
                    && z < d + depth
                    && y >= h
                    && y < h + height
                    && x >= w
                    && x < w + width);
    assertEquals(expected.toTensor(), mask.toTensor());
    assertEquals(expected.keptCount(), mask.keptCount());
  }

  @Test
  void hugeBlocksDoNotOverflow() {
    int max = Integer.MAX_VALUE;
    assertEquals(180, drawn(s -> s.dropBlock(0, -1, -1, -1, max, max, max)).keptCount());
    assertEquals(360, drawn(s -> s.dropBlock(0, max, 0, 0, max, max, max)).keptCount());
    assertEquals(360, drawn(s -> s.dropBlock(0, Integer.MIN_VALUE, 0, 0, max, 1, 1)).keptCount());
  }

  @Test
  void positionsAndRunsAreDroppedOnce() {
    DropMask mask =
        drawn(
            sample -> {
              sample.drop(1, 2, 3);
              sample.drop(1, 0, 2, 3);
              sample.dropRun(0, 7);
              sample.dropRun(3, 9);
              sample.dropRun(120, 0);
              assertTrue(sample.isDropped(0, 0, 0, 0));
            });
    assertEquals(3 * (120 - 13), mask.keptCount());
  }

  @Test
  void badCallsFailAndTheMaskIsWhole() {
    assertThrows(IndexOutOfBoundsException.class, () -> drawn(s -> s.drop(2, 0, 0, 0)));
    assertThrows(
        IndexOutOfBoundsException.class, () -> drawn(s -> s.dropBlock(-1, 0, 0, 0, 1, 1, 1)));
    assertThrows(
        IllegalArgumentException.class, () -> drawn(s -> s.dropBlock(0, 0, 0, 0, 1, -1, 1)));
    assertThrows(IllegalArgumentException.class, () -> drawn(s -> s.dropRun(119, 2)));
    assertThrows(IllegalArgumentException.class, () -> drawn(s -> s.dropRun(-1, 2)));
  }

  @Test
  void aSampleThatIsKeptChangesNothingLater() {
    AtomicReference<SampleMask> kept = new AtomicReference<>();
    DropMask mask = drawn(kept::set);
    assertThrows(IllegalStateException.class, () -> kept.get().dropRun(0, 1));
    assertThrows(IllegalStateException.class, () -> kept.get().dropBlock(0, 9, 9, 9, 1, 1, 1));
    assertThrows(IllegalStateException.class, () -> kept.get().isDropped(0, 0, 0, 0));
    assertEquals(SHAPE.size(), mask.keptCount());
  }
}
