package io.github.dropblock.reliability.soak.generator;

import io.github.dropblock.Dropout;
import io.github.dropblock.Normalization;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;

/** The bits of dropout masks with keepProb 0.5, step after step. */
final class MaskWords implements WordSource {
  /** A chunk is one mask: 16 samples with 64 channels of 128 x 64 positions. */
  private static final Shape SHAPE = Shape.nchw(16, 64, 128, CHUNK * Byte.SIZE / (16 * 64 * 128));

  private final Dropout dropout;
  private long step;

  MaskWords(long seed) {
    // Not scaled by counts, which nobody reads; on one thread, as the other sources.
    dropout =
        Dropout.of(0.5, seed).withNormalization(Normalization.NONE).withThreads(Threads.none());
  }

  @Override
  public void fill(ByteBuffer chunk) {
    byte[] bytes = dropout.sample(SHAPE, step++).dropped().toByteArray();
    chunk.put(bytes);
    // The bits after the last dropped one, if any.
    while (chunk.hasRemaining()) {
      chunk.put((byte) 0);
    }
  }
}
