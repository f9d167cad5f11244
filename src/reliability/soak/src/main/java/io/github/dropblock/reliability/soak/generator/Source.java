package io.github.dropblock.reliability.soak.generator;

import java.util.function.LongFunction;

/** Where random words come from. */
enum Source {
  /** One stream of the generator. */
  THREEFRY(CounterWords::new),
  /** The first words of neighboring streams. */
  UNITS(NeighborWords::new),
  /** Masks of dropout on large maps, which show long runs of the generator's lanes. */
  MASKS(seed -> new MaskWords(seed, 128, 64)),
  /** Masks of dropout on small maps, which show the first word of each lane of each unit. */
  LANES(seed -> new MaskWords(seed, 8, 1));

  private final LongFunction<WordSource> words;

  Source(LongFunction<WordSource> words) {
    this.words = words;
  }

  WordSource words(long seed) {
    return words.apply(seed);
  }
}
