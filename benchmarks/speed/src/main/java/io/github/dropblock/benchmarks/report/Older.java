package io.github.dropblock.benchmarks.report;

/** Older versions of Java compile vectors less well, and may take longer. */
final class Older {
  static final int REFERENCE_JAVA = 25;
  private static final double FACTOR = 1.3;

  private Older() {}

  /** Returns the most that a version of Java may take where {@code limit} is the reference's. */
  static double limit(double limit, int javaVersion) {
    return javaVersion < REFERENCE_JAVA ? FACTOR * limit : limit;
  }
}
