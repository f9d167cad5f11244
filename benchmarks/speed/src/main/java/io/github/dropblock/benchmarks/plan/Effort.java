package io.github.dropblock.benchmarks.plan;

/**
 * How long to measure a row.
 *
 * <p>A fork visits its rows in rounds, so that a row and its copy are measured within seconds of
 * each other, many times: on a shared machine the speed of memory drifts by more than the figures
 * differ.
 *
 * @param rounds how often each row is visited, after a first visit that only warms it up
 * @param warmups iterations of the first visit
 * @param iterations measured iterations of each later visit, after one that is not measured
 * @param millis length of an iteration
 */
public record Effort(int rounds, int warmups, int iterations, int millis) {
  /** Rows that a target is about. */
  public static final Effort FULL = new Effort(5, 5, 3, 120);

  /** Many rows of one kind: they warm each other up. */
  public static final Effort MANY = new Effort(3, 3, 3, 50);

  /** Peers, a call of which takes up to a second. */
  public static final Effort PEERS = new Effort(3, 1, 2, 150);

  /** The least that shows that a row works. */
  public static final Effort SMOKE = new Effort(1, 0, 1, 5);

  /**
   * Length of the one iteration that counts allocated bytes: JMH allocates some kilobytes in each,
   * and they must be spread over many calls.
   */
  public int allocationMillis() {
    return 2 * iterations * millis;
  }
}
