package io.github.dropblock.benchmarks.jmh;

/** The limits as plain loops, as one writes them first, a method each. */
final class Loops {
  private Loops() {}

  static void copy(float[] x, float[] out) {
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i];
    }
  }

  static void product(float[] x, float[] out, float s, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = x[i] * s;
    }
  }

  static void productInPlace(float[] x, float s) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * s;
    }
  }
}
