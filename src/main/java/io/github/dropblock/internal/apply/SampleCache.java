package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;
import java.util.function.Function;

/**
 * Keeps what was made for the last sample shape; N does not matter.
 *
 * <p>Several regularizers share one where their choices differ only in what the value does not
 * depend on. A race between threads costs a repetition, never a wrong value.
 *
 * @param <T> the type of the value, which is immutable
 */
public final class SampleCache<T> {
  private record Entry<T>(Shape sample, T value) {}

  private volatile Entry<T> last;

  /** Returns the value for a shape, made anew if the last one was for another. */
  public T of(Shape shape, Function<Shape, T> maker) {
    Entry<T> entry = last;
    if (entry == null || !entry.sample().sameSample(shape)) {
      entry = new Entry<>(shape, maker.apply(shape));
      last = entry;
    }
    return entry.value();
  }
}
