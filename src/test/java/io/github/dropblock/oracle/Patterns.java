package io.github.dropblock.oracle;

import io.github.dropblock.DropMask;
import java.util.Collection;

/** Small planes as numbers, for joint laws: bit i is set where position i is dropped. */
public final class Patterns {
  private Patterns() {}

  /** The pattern of a run of positions, 1 where dropped. */
  public static int of(float[] dropped) {
    int pattern = 0;
    for (int i = 0; i < dropped.length; i++) {
      pattern |= (int) dropped[i] << i;
    }
    return pattern;
  }

  /** How often each pattern occurs among runs of one length. */
  public static long[] counts(Collection<float[]> runs) {
    int length = runs.iterator().next().length;
    long[] counts = new long[1 << length];
    runs.forEach(run -> counts[of(run)]++);
    return counts;
  }

  /** How often each pattern occurs among the planes of a mask. */
  public static long[] counts(DropMask mask) {
    return counts(MaskData.planes(mask));
  }

  /** The law of independent positions. */
  public static double[] independent(int positions, double dropProb) {
    double[] law = new double[1 << positions];
    for (int pattern = 0; pattern < law.length; pattern++) {
      int dropped = Integer.bitCount(pattern);
      law[pattern] = Math.pow(dropProb, dropped) * Math.pow(1 - dropProb, positions - dropped);
    }
    return law;
  }

  /** The law of positions that are dropped together or not at all. */
  public static double[] together(int positions, double dropProb) {
    double[] law = new double[1 << positions];
    law[0] = 1 - dropProb;
    law[law.length - 1] += dropProb;
    return law;
  }
}
