package io.github.dropblock.accuracy.occlusion;

import io.github.dropblock.BlockSize;
import io.github.dropblock.Holes;
import io.github.dropblock.MapAxis;
import java.util.Locale;

/** How much of an image is hidden, of 28x28 pixels. */
public enum OccluderSize {
  SMALL(6, 10, 1),
  MEDIUM(10, 14, 2),
  LARGE(14, 18, 4);

  private static final int SHORTEST_BAR = 2;
  private static final int LONGEST_BAR = 4;

  private final int shortest;
  private final int longest;
  private final int bars;

  OccluderSize(int shortest, int longest, int bars) {
    this.shortest = shortest;
    this.longest = longest;
    this.bars = bars;
  }

  /** One rectangle inside the image; each side has a length of its own. */
  Holes rectangle(long seed) {
    return Holes.coarse(1, 1, BlockSize.square(shortest), BlockSize.square(longest), seed);
  }

  /** Vertical bars, which may overlap. */
  Holes bars(long seed) {
    return Holes.bars(MapAxis.WIDTH, bars, SHORTEST_BAR, LONGEST_BAR, seed);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
