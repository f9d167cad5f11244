package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;
import java.util.function.Function;

/**
 * Cache of one value for each of the latest sample shapes, whatever N is.
 *
 * <p>Regularizers share a cache if they differ only in choices that the value does not depend on. A
 * network uses one regularizer on the shapes of several layers, so the cache keeps as many. A race
 * between threads may compute a value twice, but never gives a wrong one.
 *
 * @param <T> the type of the value, which is immutable
 */
public final class SampleCache<T> {
  /** Number of shapes that are kept. Few networks drop on more. */
  static final int MOST = 16;

  private record Entry<T>(Shape sample, T value) {}

  /** The entries, the latest one first. The array is replaced and never changed. */
  private volatile Entry<?>[] entries = {};

  /** Returns the value for a shape. It is computed if the shape is not one of the latest. */
  public T of(Shape shape, Function<Shape, T> maker) {
    for (Entry<?> entry : entries) {
      if (entry.sample().sameSample(shape)) {
        return valueOf(entry);
      }
    }
    T value = maker.apply(shape);
    add(new Entry<>(shape, value));
    return value;
  }

  @SuppressWarnings("unchecked") // Only add() writes entries.
  private T valueOf(Entry<?> entry) {
    return (T) entry.value();
  }

  private void add(Entry<T> entry) {
    Entry<?>[] known = entries;
    Entry<?>[] more = new Entry<?>[Math.min(known.length + 1, MOST)];
    System.arraycopy(known, 0, more, 1, more.length - 1);
    more[0] = entry;
    entries = more;
  }
}
