package io.github.dropblock;

import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * A distribution over masks.
 *
 * <p>A mask is a pure function of the configuration (with its seed), the shape of one sample, the
 * step and the index of each sample. It does not depend on threads, on the CPU or on how a batch is
 * split. Implementations are immutable and safe for use by many threads.
 *
 * @since 0.1.0
 */
public interface Regularizer {
  /**
   * Samples the mask of a whole batch.
   *
   * @param shape the shape of the tensor that the mask is for
   * @param step the training step, at least 0; another step gives an independent mask
   * @return the mask
   * @throws IllegalArgumentException if {@code shape} is null or {@code step} negative
   */
  default DropMask sample(Shape shape, long step) {
    return sample(shape, step, 0);
  }

  /**
   * Samples the mask of a part of a larger batch: sample i of the part is sample {@code firstSample
   * + i} of the whole. Parts hold the bits that one mask of the whole would hold.
   *
   * @param shape the shape of the part
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return the mask of the part; its counts and its scale are the part's own
   * @throws IllegalArgumentException if {@code shape} is null or a number negative
   */
  DropMask sample(Shape shape, long step, long firstSample);

  /**
   * Samples into a mask that exists, without allocating: what {@link #sample(Shape, long)} returns
   * for its shape.
   *
   * @param mask a mask of a regularizer that shares bits as this one does, not in use by another
   *     thread; overwritten
   * @param step the training step, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or of other sharing, or {@code step}
   *     negative; then nothing is modified
   */
  default void sampleInto(DropMask mask, long step) {
    sampleInto(mask, step, 0);
  }

  /**
   * Samples a part of a larger batch into a mask that exists, without allocating: what {@link
   * #sample(Shape, long, long)} returns for its shape.
   *
   * @param mask a mask of a regularizer that shares bits as this one does, not in use by another
   *     thread; overwritten
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or of other sharing, or a number out
   *     of range; then nothing is modified
   * @throws OutOfMemoryError if there is no room to work in; then the mask is as it was, or, where
   *     drawing had begun, keeps everything at scale 1
   */
  void sampleInto(DropMask mask, long step, long firstSample);

  /**
   * The expected kept fraction, in closed form.
   *
   * @param shape the shape of the tensor; N does not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  double expectedKeptFraction(Shape shape);

  /**
   * The seed, to be saved where it was not chosen by the caller.
   *
   * @return the seed
   */
  long seed();

  /**
   * The same configuration with another seed: independent masks.
   *
   * @param seed any number
   * @return a regularizer of the same kind
   */
  Regularizer withSeed(long seed);

  /**
   * The configuration as a map of strings, numbers, lists and maps, ready for any JSON library.
   * Threads are not part of it.
   *
   * @return a new map
   */
  Map<String, Object> toMap();

  /**
   * A regularizer from what {@link #toMap} gave, for instance after a round trip through JSON.
   *
   * @param map the map
   * @return the regularizer
   * @throws IllegalArgumentException if the map is null, or a value is missing, unknown or out of
   *     range
   */
  static Regularizer fromMap(Map<String, ?> map) {
    return RegularizerFormat.read(map);
  }

  /**
   * The configuration as bytes, with a checksum.
   *
   * @return a new array
   */
  default byte[] toBytes() {
    return MapBytes.write(toMap());
  }

  /**
   * A regularizer from what {@link #toBytes} gave.
   *
   * @param bytes the bytes; not modified
   * @return the regularizer
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  static Regularizer fromBytes(byte[] bytes) {
    return fromMap(MapBytes.read(bytes));
  }
}
