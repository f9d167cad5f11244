package io.github.dropblock.reliability.soak.stats;

import java.util.EnumMap;
import java.util.Map;

/** All tests of a run, by family, and the judgment over them. */
public final class TestResults {
  /**
   * The family-wise false-alarm rate by Bonferroni's inequality: a tenth of the 0.1% that is
   * promised, for the tails of normal and chi-square laws are approximations.
   */
  public static final double FALSE_ALARM_RATE = 1e-4;

  private static final double UNLIKELY = .01;

  private final Map<Family, Entry> entries = new EnumMap<>(Family.class);

  /**
   * The tests of a family.
   *
   * @param tests how many
   * @param trials decisions, pairs or gaps that they looked at
   * @param unlikely how many of them had a p value below .01: about a hundredth, or less where laws
   *     are discrete
   * @param smallest the smallest p value; 1 without tests
   * @param where of which setting
   */
  public record Entry(long tests, long trials, long unlikely, double smallest, String where) {
    static final Entry NONE = new Entry(0, 0, 0, 1, "");

    private Entry and(double p, long more, Object setting) {
      boolean less = p < smallest;
      return new Entry(
          tests + 1,
          trials + more,
          unlikely + (p < UNLIKELY ? 1 : 0),
          less ? p : smallest,
          less ? setting.toString() : where);
    }
  }

  /**
   * Adds a test.
   *
   * @param p in [0, 1]
   */
  public void add(Family family, double p, long trials, Object setting) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1]: " + p + ", " + setting);
    }
    entries.put(family, of(family).and(p, trials, setting));
  }

  /** The tests of a family so far. */
  public Entry of(Family family) {
    return entries.getOrDefault(family, Entry.NONE);
  }

  /** The number of all tests. */
  public long tests() {
    return entries.values().stream().mapToLong(Entry::tests).sum();
  }

  /** A test fails if its p value is below that. */
  public double threshold() {
    return FALSE_ALARM_RATE / Math.max(1, tests());
  }

  /** Whether no test of a family failed. */
  public boolean passed(Family family) {
    return of(family).smallest() >= threshold();
  }

  /** Whether no test failed, and there was one. */
  public boolean passed() {
    return tests() > 0 && entries.keySet().stream().allMatch(this::passed);
  }
}
