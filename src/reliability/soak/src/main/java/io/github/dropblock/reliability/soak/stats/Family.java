package io.github.dropblock.reliability.soak.stats;

/** What is tested. */
public enum Family {
  /** The kept count against the expected kept fraction: z with the exact variance. */
  KEPT_COUNT("kept count against the expected"),
  /** Drops of each position of a plane: chi-square against the exact rates, or binomial. */
  POSITIONS("drop rate of each position"),
  /** Seeds of each site of a mask where blocks are single positions: chi-square. */
  SITES("seeds of each site of a batch, b = 1"),
  /** Gaps between seeds where blocks are single positions: chi-square, geometric. */
  GAPS("gaps between seeds, b = 1"),
  /** Neighbors in a plane where blocks are single positions: 2 x 2 tables. */
  LAGS("neighbors at lags 1, 2 and W, b = 1"),
  /** The same position in the next plane, and in the next group of 64: 2 x 2 tables. */
  CHANNELS("neighboring channels"),
  /** The same position in the next sample: 2 x 2 tables. */
  SAMPLES("neighboring samples"),
  /** The same position in the next step: 2 x 2 tables. */
  STEPS("neighboring steps"),
  /** The same position under a seed that differs by one bit, for each bit: 2 x 2 tables. */
  SEED_BITS("seeds that differ by one bit"),
  /** The same position in a step that differs by one bit, for each bit: 2 x 2 tables. */
  STEP_BITS("steps that differ by one bit"),
  /** The same position in samples that are a power of two apart: 2 x 2 tables. */
  SAMPLE_BITS("samples a power of two apart");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** In a table. */
  public String title() {
    return title;
  }
}
