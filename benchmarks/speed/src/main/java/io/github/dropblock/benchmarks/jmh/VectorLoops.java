package io.github.dropblock.benchmarks.jmh;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The limits as loops over vectors. In a class of its own: the module may be missing. */
final class VectorLoops {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorLoops() {}

  static void product(float[] x, float[] out, float s) {
    int end = SPECIES.loopBound(x.length);
    int i = 0;
    for (; i < end; i += SPECIES.length()) {
      FloatVector.fromArray(SPECIES, x, i).mul(s).intoArray(out, i);
    }
    for (; i < x.length; i++) {
      out[i] = x[i] * s;
    }
  }

  static void productInPlace(float[] x, float s) {
    int end = SPECIES.loopBound(x.length);
    int i = 0;
    for (; i < end; i += SPECIES.length()) {
      FloatVector.fromArray(SPECIES, x, i).mul(s).intoArray(x, i);
    }
    for (; i < x.length; i++) {
      x[i] = x[i] * s;
    }
  }
}
