package io.github.dropblock.reliability.soak.generator;

import java.util.function.LongFunction;

/** Where random words come from. */
enum Source {
  /** One stream of the generator. */
  THREEFRY(CounterWords::new),
  /** The first words of neighboring streams. */
  UNITS(NeighborWords::new),
  /** Masks of dropout. */
  MASKS(MaskWords::new);

  private final LongFunction<WordSource> words;

  Source(LongFunction<WordSource> words) {
    this.words = words;
  }

  WordSource words(long seed) {
    return words.apply(seed);
  }
}
