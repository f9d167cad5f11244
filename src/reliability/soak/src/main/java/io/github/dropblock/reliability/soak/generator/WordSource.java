package io.github.dropblock.reliability.soak.generator;

import java.nio.ByteBuffer;

/** An endless sequence of random words. */
interface WordSource {
  /** Bytes of a chunk: a multiple of what each source writes at a time. */
  int CHUNK = 1 << 20;

  /**
   * The next words, little-endian.
   *
   * <p>Modified: all of {@code chunk}, which has room for {@value #CHUNK} bytes.
   */
  void fill(ByteBuffer chunk);
}
