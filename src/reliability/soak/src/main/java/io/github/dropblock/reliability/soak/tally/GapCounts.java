package io.github.dropblock.reliability.soak.tally;

import io.github.dropblock.reliability.soak.stats.PValues;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GeometricDistribution;

/**
 * Gaps between set bits against the geometric law. All masks are one sequence: independent bits
 * stay so across the ends of planes, samples and masks.
 */
public final class GapCounts {
  private static final int BINS = 50;

  private final int[] lastOfBin;
  private final double[] probabilities;

  /** The bin of each gap up to that of the last bin but one. */
  private final byte[] binOfGap;

  private final long[] observed;
  private final int bits;
  private long gap;

  /**
   * Without gaps.
   *
   * @param bits of a mask
   * @param rate the probability of a set bit, in (0, 1)
   */
  public GapCounts(int bits, double rate) {
    GeometricDistribution law = GeometricDistribution.of(rate);
    this.bits = bits;
    lastOfBin = lastOfBins(law);
    probabilities = new double[lastOfBin.length + 1];
    observed = new long[lastOfBin.length + 1];
    binOfGap = new byte[lastOfBin[lastOfBin.length - 1] + 1];
    int from = -1;
    for (int bin = 0; bin < lastOfBin.length; bin++) {
      probabilities[bin] = law.probability(from, lastOfBin[bin]);
      Arrays.fill(binOfGap, from + 1, lastOfBin[bin] + 1, (byte) bin);
      from = lastOfBin[bin];
    }
    probabilities[lastOfBin.length] = law.survivalProbability(from);
  }

  /** About equally likely bins, but for one without an end. */
  private static int[] lastOfBins(GeometricDistribution law) {
    return IntStream.range(1, BINS)
        .map(i -> law.inverseCumulativeProbability((double) i / BINS))
        .distinct()
        .toArray();
  }

  /** Adds a mask. */
  public void add(long[] mask) {
    int next = 0;
    for (int i = 0; i < mask.length; i++) {
      for (long rest = mask[i]; rest != 0; rest &= rest - 1) {
        int bit = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
        count(gap + bit - next);
        next = bit + 1;
        gap = 0;
      }
    }
    gap += bits - next;
  }

  private void count(long complete) {
    observed[complete < binOfGap.length ? binOfGap[(int) complete] : lastOfBin.length]++;
  }

  /** How many gaps there are. */
  public long gaps() {
    return Arrays.stream(observed).sum();
  }

  /** Whether there are enough for a test. */
  public boolean enough() {
    double least = Arrays.stream(probabilities).min().orElseThrow();
    return probabilities.length > 1 && PValues.isMany(gaps() * least, probabilities.length);
  }

  /** The p value of the geometric law. */
  public double pValue() {
    double gaps = gaps();
    double[] expected = Arrays.stream(probabilities).map(p -> p * gaps).toArray();
    return PValues.fit(expected, observed);
  }
}
