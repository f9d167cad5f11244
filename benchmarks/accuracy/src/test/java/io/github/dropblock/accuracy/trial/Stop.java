package io.github.dropblock.accuracy.trial;

import java.util.function.IntConsumer;

/** An end from outside, as by a killed process. */
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A listener that ends what it listens to once it is told this number. */
  public static IntConsumer at(int number) {
    return told -> {
      if (told == number) {
        throw new Stop();
      }
    };
  }
}
