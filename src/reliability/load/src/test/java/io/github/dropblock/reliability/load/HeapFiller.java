package io.github.dropblock.reliability.load;

import java.util.Arrays;

/** Takes what is left of the heap, and gives it back little by little. */
final class HeapFiller {
  private static final int BLOCK = 64 << 10;
  private static final int REFERENCE = 4;

  /** Bytes of an array with one reference, as the JVM aligns it. */
  static final int LEAST = 24;

  private final byte[][] blocks = new byte[1 << 12][];
  private int count;
  private Object[] chunks;

  private int chunk;

  /** In the smallest arrays, what was too little for a chunk. */
  private Object[] rest;

  /**
   * Takes everything.
   *
   * @param inChunks how much of it is taken in chunks that {@link #release} gives back
   * @param newChunk bytes of a chunk
   */
  void fill(long inChunks, int newChunk) {
    chunk = newChunk;
    takeBlocks();
    for (long given = 0; given < inChunks && count > 0; given += BLOCK) {
      blocks[--count] = null;
    }
    chunks = chain(chunk);
    rest = chain(1);
  }

  private void takeBlocks() {
    try {
      for (; count < blocks.length; count++) {
        blocks[count] = new byte[BLOCK];
      }
    } catch (OutOfMemoryError e) {
      // That was all.
    }
  }

  /** Links arrays until there is no room for another. */
  private static Object[] chain(int bytes) {
    Object[] last = null;
    try {
      while (true) {
        Object[] next = new Object[1 + bytes / REFERENCE];
        next[0] = last;
        last = next;
      }
    } catch (OutOfMemoryError e) {
      return last;
    }
  }

  /** Gives a number of chunks back, or as much of the rest. */
  void release(int number) {
    for (int i = 0; i < number * chunk / LEAST && rest != null; i++) {
      rest = (Object[]) rest[0];
    }
    for (int i = 0; i < number && rest == null && chunks != null; i++) {
      chunks = (Object[]) chunks[0];
    }
  }

  /** Gives all back. */
  void clear() {
    Arrays.fill(blocks, null);
    count = 0;
    chunks = null;
    rest = null;
  }
}
