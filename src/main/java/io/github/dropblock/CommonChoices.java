package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Choices that all regularizers have. */
record CommonChoices(long seed, Normalization normalization, Fill fill, Threads threads) {
  CommonChoices(long seed, Normalization normalization) {
    this(seed, normalization, Fill.zero(), Threads.common());
  }

  static CommonChoices read(MapReader in) {
    Normalization normalization = in.constant("normalization", Normalization.class);
    Fill fill = Fill.read(in.map("fill"));
    return new CommonChoices(in.whole("seed"), normalization).withFill(fill);
  }

  void writeTo(Map<String, Object> choices) {
    choices.put("normalization", normalization);
    choices.put("fill", fill);
    choices.put("seed", seed);
  }

  CommonChoices withSeed(long value) {
    return new CommonChoices(value, normalization, fill, threads);
  }

  CommonChoices withNormalization(Normalization value) {
    return new CommonChoices(seed, Check.notNull("normalization", value), fill, threads);
  }

  CommonChoices withFill(Fill value) {
    return new CommonChoices(seed, normalization, Check.notNull("fill", value), threads);
  }

  CommonChoices withThreads(Threads value) {
    return new CommonChoices(seed, normalization, fill, Check.notNull("threads", value));
  }
}
