package io.github.dropblock.oracle;

import io.github.dropblock.Regularizer;
import io.github.dropblock.internal.random.NoiseSpecification;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import java.util.Map;

/** What is written to dropped elements, by the documented form of the fill. */
final class OracleFill {
  private final Map<?, ?> fill;
  private final long seed;
  private final long step;
  private final long firstSample;
  private final int planeSize;
  private final int sampleSize;

  OracleFill(Regularizer regularizer, Shape shape, long step, long firstSample) {
    this.fill = (Map<?, ?>) regularizer.toMap().get("fill");
    this.seed = regularizer.seed();
    this.step = step;
    this.firstSample = firstSample;
    this.planeSize = shape.planeSize();
    this.sampleSize = shape.c() * shape.planeSize();
  }

  float[] of(boolean... kept) {
    float[] fills = new float[kept.length];
    for (int i = 0; i < fills.length; i++) {
      fills[i] = kept[i] ? shift() : at(i);
    }
    return fills;
  }

  /** What is added to kept elements. */
  private float shift() {
    return fill.get("type").equals("shifted") ? number("shift").floatValue() : 0f;
  }

  private float at(int element) {
    long sample = firstSample + element / sampleSize;
    int inSample = element % sampleSize;
    return switch ((String) fill.get("type")) {
      case "constant", "shifted" -> number("value").floatValue();
      case "perChannel" -> value(inSample / planeSize);
      case "uniform" -> {
        double u = (NoiseSpecification.bits(seed, step, sample, inSample) + 0.5) / (1L << 32);
        yield (float) (number("low") + (number("high") - number("low")) * u);
      }
      case "clampedGaussian" ->
          (float) Math.max(number("low"), Math.min(number("high"), gaussian(sample, inSample)));
      default -> (float) gaussian(sample, inSample);
    };
  }

  private float value(int channel) {
    return ((Double) ((List<?>) fill.get("values")).get(channel)).floatValue();
  }

  private double gaussian(long sample, int inSample) {
    return number("mean") + number("standardDeviation") * noise(sample, inSample);
  }

  private Double number(String key) {
    return (Double) fill.get(key);
  }

  private double noise(long sample, int element) {
    return NoiseSpecification.value(seed, step, sample, element);
  }
}
