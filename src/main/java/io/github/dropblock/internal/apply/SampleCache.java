package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;
import java.util.function.Function;

/**
 * Cache of one value for the last sample shape, whatever N is.
 *
 * <p>Regularizers share a cache if they differ only in choices that the value does not depend on. A
 * race between threads may compute a value twice, but never gives a wrong one.
 *
 * @param <T> the type of the value, which is immutable
 */
public final class SampleCache<T> {
  private record Entry<T>(Shape sample, T value) {}

  private volatile Entry<T> last;

  /**
   * Returns the value for a shape. It is computed if the last call was for another sample shape.
   */
  public T of(Shape shape, Function<Shape, T> maker) {
    Entry<T> entry = last;
    if (entry == null || !entry.sample().sameSample(shape)) {
      entry = new Entry<>(shape, maker.apply(shape));
      last = entry;
    }
    return entry.value();
  }
}
