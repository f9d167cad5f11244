package io.github.dropblock.benchmarks.plan;

/**
 * How long to measure a row.
 *
 * <p>A JVM visits its rows in rounds, so that a row and its limit are measured within seconds of
 * each other, many times: on a shared machine the speed of memory drifts by more than the figures
 * differ.
 *
 * @param rounds how often each row is visited, after a first visit that only warms it up
 * @param warmups iterations of the first visit
 * @param iterations measured iterations of each later visit, after one that is not measured
 * @param millis length of an iteration
 */
public record Effort(int rounds, int warmups, int iterations, int millis) {
  /** Rows that a target is about, several in a JVM. */
  public static final Effort FULL = new Effort(5, 40, 3, 50);

  /** A row that has a JVM for itself. Vector kernels are at full speed after about 2 s. */
  public static final Effort ALONE = new Effort(5, 60, 3, 50);

  /** Many rows of one kind: they warm each other up. */
  public static final Effort MANY = new Effort(3, 30, 3, 30);

  /** Peers, a call of which takes up to a second. */
  public static final Effort PEERS = new Effort(3, 1, 2, 100);

  /** A loop in one of many JVMs: the spread over the JVMs is the question. */
  public static final Effort CLIFF = new Effort(5, 15, 1, 15);

  /** The least that shows that a row works. */
  public static final Effort SMOKE = new Effort(1, 0, 1, 5);
}
