package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.reliability.soak.grid.Setting;

/**
 * How much is drawn at a setting.
 *
 * @param samples of a batch
 * @param rounds of two masks each
 */
record Workload(int samples, int rounds) {
  /** Masks of a round: one, and a neighbor of it. */
  static final int MASKS = 2;

  /** So that a mask fits caches and no tensor is too large; more is drawn in more rounds. */
  private static final int MAX_ELEMENTS = 1 << 22;

  /** At least so many sites and masks, and two samples if they differ. */
  static Workload of(Setting setting, double sites, double masks) {
    double rounds = Math.ceil(masks / MASKS);
    double sitesOfSample = setting.sitesOfSample() * (double) MASKS;
    int samples = 2;
    if (setting.bySample()) {
      int most = Math.max(2, MAX_ELEMENTS / setting.batch(1).size());
      samples = (int) Math.min(most, Math.max(2, Math.ceil(sites / rounds / sitesOfSample)));
    }
    int drawn = setting.bySample() ? samples : 1;
    double enough = Math.ceil(sites / drawn / sitesOfSample);
    return new Workload(samples, (int) Math.max(rounds, enough));
  }

  long masks() {
    return (long) MASKS * rounds;
  }

  long sites(Setting setting) {
    return masks() * (setting.bySample() ? samples : 1) * setting.sitesOfSample();
  }
}
