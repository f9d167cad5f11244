package io.github.dropblock.internal.random;

/** Generator xoshiro256++, as its authors describe it. */
final class XoshiroSpecification {
  private final long[] s;

  XoshiroSpecification(long... state) {
    this.s = state.clone();
  }

  long next() {
    long result = rotated(s[0] + s[3], 23) + s[0];
    long t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotated(s[3], 45);
    return result;
  }

  private static long rotated(long word, int by) {
    return word << by | word >>> (64 - by);
  }
}
