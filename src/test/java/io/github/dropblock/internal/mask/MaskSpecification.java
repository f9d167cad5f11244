package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.random.BernoulliSpecification;
import io.github.dropblock.internal.random.ThreefrySpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The randomness contract: which positions a mask drops. Slow, plain, and meant to be ported.
 *
 * <p>It shares no code with the library but the four numbers of an {@link Axis}: the extent of the
 * map, the length of a block, the first place where a block may start, and how many such places
 * there are. A <em>site</em> is a place where a block may start on all three axes; a <em>seed</em>
 * is a site that was drawn; the block of each seed is dropped, as far as it lies in the map.
 *
 * @param depth the axis D, of extent 1 for 1-D and 2-D maps
 * @param height the axis H, of extent 1 for 1-D maps
 * @param width the axis W
 * @param channels planes of each sample
 * @param gamma the probability of a seed at a site
 */
public record MaskSpecification(Axis depth, Axis height, Axis width, int channels, double gamma) {
  /** Channels that share one stream of random words: a unit. */
  private static final int UNIT = 64;

  private static final BigDecimal TWO_TO_53 = new BigDecimal(1L << 53);

  /** The contract of independent bits, without blocks: each position is a block of its own. */
  public static MaskSpecification ofBits(int channels, int bitsOfPlane, double dropProb) {
    Axis point = new Axis(1, 1, 0, 1);
    Axis row = new Axis(bitsOfPlane, 1, 0, bitsOfPlane);
    return new MaskSpecification(point, point, row, channels, dropProb);
  }

  /** What a mask of some samples of a batch drops, in row-major order of N, C, D, H, W. */
  public boolean[] dropped(long seed, long step, long firstSample, int samples) {
    boolean[] dropped = new boolean[samples * channels * planeSize()];
    for (int i = 0; i < samples; i++) {
      for (int firstChannel = 0; firstChannel < channels; firstChannel += UNIT) {
        int planes = Math.min(UNIT, channels - firstChannel);
        Words words = new Words(seed, step, firstSample + i, firstChannel / UNIT);
        for (Seed s : seeds(words, planes)) {
          drop(s, dropped, (i * channels + firstChannel + s.plane) * planeSize());
        }
      }
    }
    return dropped;
  }

  /** A block's first corner; on an axis where blocks are cut it may lie outside the map. */
  private record Seed(int plane, int z, int y, int x) {}

  /**
   * The random words of a unit. The seed and the step are the key; the index of the sample in the
   * whole batch, and the unit's number in the sample with the number of a block, are the counter.
   */
  private record Words(long seed, long step, long sample, long unit) {
    /** Words in order, two of each block. */
    long word(int index) {
      return ThreefrySpecification.block(seed, step, sample, (unit << 32) + index / 2)[index % 2];
    }

    /** Draws in order, 64 in each word. */
    long[] draws(int count, long threshold) {
      return BernoulliSpecification.words(
          seed, step, sample, unit << 32, threshold, (count + 63) / 64);
    }
  }

  /** Few seeds are drawn by the gaps between them, many by a draw at each site. */
  private List<Seed> seeds(Words words, int planes) {
    if (gamma == 0) {
      return List.of();
    }
    boolean many = gamma * sites() * 128 >= reach();
    return many ? seedsByDraws(words, planes) : seedsByGaps(words, planes);
  }

  /**
   * All sites of the unit stand in one row: plane after plane, each in row-major order. Each random
   * word says how many of them to skip before the next seed.
   */
  private List<Seed> seedsByGaps(Words words, int planes) {
    List<Seed> seeds = new ArrayList<>();
    long site = 0;
    for (int index = 0; ; index++) {
      int gap = gap(words.word(index));
      site += gap;
      if (site >= (long) planes * sites()) {
        return seeds;
      }
      // A gap as long as the table only says that so many sites failed: the next word goes on.
      if (gap < tableLength()) {
        seeds.add(site((int) site));
        site++;
      }
    }
  }

  private Seed site(int index) {
    int x = index % width.starts();
    int row = index / width.starts();
    int y = row % height.starts();
    int layer = row / height.starts();
    int z = layer % depth.starts();
    return seed(layer / depth.starts(), z, y, x);
  }

  /** The seed at the z-th, y-th and x-th place where a block may start. */
  private Seed seed(int plane, int z, int y, int x) {
    return new Seed(plane, z + depth.firstStart(), y + height.firstStart(), x + width.firstStart());
  }

  /**
   * The largest k, up to the table's length, for which a uniform number of 53 bits is at least
   * {@code P(gap < k) = 1 - (1 - gamma)^k}. The power is multiplied up in double precision and
   * rounded to 53 binary digits, halves upward.
   */
  private int gap(long word) {
    long uniform = word >>> 11;
    double noSeed = 1;
    for (int k = 0; k < tableLength(); k++) {
      noSeed *= 1 - gamma;
      BigDecimal rounded =
          new BigDecimal(noSeed).multiply(TWO_TO_53).setScale(0, RoundingMode.HALF_UP);
      if (uniform < (1L << 53) - rounded.longValueExact()) {
        return k;
      }
    }
    return tableLength();
  }

  /** The least power of two that is at least {@code 3 / gamma}, within 16 and 1024. */
  private int tableLength() {
    int length = 16;
    while (length < 3 / gamma && length < 1024) {
      length *= 2;
    }
    return length;
  }

  /**
   * Draws are made for each position of a box that holds all uncut blocks, plane after plane; those
   * at a position where no block may start are not used.
   */
  private List<Seed> seedsByDraws(Words words, int planes) {
    long threshold =
        new BigDecimal(gamma).multiply(TWO_TO_53).setScale(0, RoundingMode.CEILING).longValue();
    long[] draws = words.draws(planes * reach(), threshold);
    List<Seed> seeds = new ArrayList<>();
    int draw = 0;
    for (int plane = 0; plane < planes; plane++) {
      for (int z = 0; z < reach(depth); z++) {
        for (int y = 0; y < reach(height); y++) {
          for (int x = 0; x < reach(width); x++, draw++) {
            boolean site = z < depth.starts() && y < height.starts() && x < width.starts();
            if (site && (draws[draw / 64] >>> (draw % 64) & 1) == 1) {
              seeds.add(seed(plane, z, y, x));
            }
          }
        }
      }
    }
    return seeds;
  }

  /** Drops a seed's block in the plane that begins at an index. */
  private void drop(Seed seed, boolean[] dropped, int plane) {
    for (int z = 0; z < depth.extent(); z++) {
      for (int y = 0; y < height.extent(); y++) {
        for (int x = 0; x < width.extent(); x++) {
          if (covers(depth, seed.z, z) && covers(height, seed.y, y) && covers(width, seed.x, x)) {
            dropped[plane + (z * height.extent() + y) * width.extent() + x] = true;
          }
        }
      }
    }
  }

  private static boolean covers(Axis axis, int start, int position) {
    return position >= start && position < start + axis.block();
  }

  private int planeSize() {
    return depth.extent() * height.extent() * width.extent();
  }

  private int sites() {
    return depth.starts() * height.starts() * width.starts();
  }

  private int reach() {
    return reach(depth) * reach(height) * reach(width);
  }

  private static int reach(Axis axis) {
    return axis.starts() + axis.block() - 1;
  }
}
