package io.github.dropblock.reliability.soak.generator;

import io.github.dropblock.Dropout;
import io.github.dropblock.Normalization;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;

/** The bits of dropout masks with keepProb 0.5, step after step. */
final class MaskWords implements WordSource {
  private static final int CHANNELS = 64;

  private final Dropout dropout;

  /** A chunk is one mask of as many samples as fill it. */
  private final Shape shape;

  private long step;

  MaskWords(long seed, int height, int width) {
    int sampleSize = CHANNELS * height * width;
    shape = Shape.nchw(CHUNK * Byte.SIZE / sampleSize, CHANNELS, height, width);
    // Not scaled by counts, which nobody reads; on one thread, as the other sources.
    dropout =
        Dropout.of(0.5, seed).withNormalization(Normalization.NONE).withThreads(Threads.none());
  }

  @Override
  public void fill(ByteBuffer chunk) {
    byte[] bytes = dropout.sample(shape, step++).dropped().toByteArray();
    chunk.put(bytes);
    // The bits after the last dropped one, if any.
    while (chunk.hasRemaining()) {
      chunk.put((byte) 0);
    }
  }
}
