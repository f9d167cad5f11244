package io.github.dropblock;

/** The choices that all regularizers have. */
record CommonChoices(long seed, Normalization normalization, Fill fill, Threads threads) {
  CommonChoices(long seed, Normalization normalization) {
    this(seed, normalization, Fill.zero(), Threads.common());
  }

  CommonChoices withSeed(long value) {
    return new CommonChoices(value, normalization, fill, threads);
  }

  CommonChoices withNormalization(Normalization value) {
    return new CommonChoices(seed, value, fill, threads);
  }

  CommonChoices withFill(Fill value) {
    return new CommonChoices(seed, normalization, value, threads);
  }

  CommonChoices withThreads(Threads value) {
    return new CommonChoices(seed, normalization, fill, value);
  }
}
