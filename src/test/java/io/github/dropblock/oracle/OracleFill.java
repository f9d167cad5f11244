package io.github.dropblock.oracle;

import io.github.dropblock.Regularizer;
import io.github.dropblock.internal.random.NoiseSpecification;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/** What is written to dropped elements, by the documented form of the fill. */
final class OracleFill {
  private final Map<?, ?> fill;
  private final long seed;
  private final long step;
  private final long firstSample;
  private final int sampleSize;

  OracleFill(Regularizer regularizer, Shape shape, long step, long firstSample) {
    this.fill = (Map<?, ?>) regularizer.toMap().get("fill");
    this.seed = regularizer.seed();
    this.step = step;
    this.firstSample = firstSample;
    this.sampleSize = shape.c() * shape.planeSize();
  }

  float[] of(boolean... kept) {
    float[] fills = new float[kept.length];
    for (int i = 0; i < fills.length; i++) {
      fills[i] = kept[i] ? 0f : at(i);
    }
    return fills;
  }

  private float at(int element) {
    if (fill.get("type").equals("constant")) {
      return number("value").floatValue();
    }
    double noise = noise(firstSample + element / sampleSize, element % sampleSize);
    return (float) (number("mean") + number("standardDeviation") * noise);
  }

  private Double number(String key) {
    return (Double) fill.get(key);
  }

  private double noise(long sample, int element) {
    return NoiseSpecification.value(seed, step, sample, element);
  }
}
