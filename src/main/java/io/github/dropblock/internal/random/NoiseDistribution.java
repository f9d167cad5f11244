package io.github.dropblock.internal.random;

/** Distribution of noise, as a function of 32 random bits. */
public sealed interface NoiseDistribution {
  /** Returns the value for 32 random bits. */
  float of(int bits);

  /** Normal distribution. */
  record Normal(double mean, double standardDeviation) implements NoiseDistribution {
    @Override
    public float of(int bits) {
      return (float) value(bits);
    }

    private double value(int bits) {
      return mean + standardDeviation * NormalQuantile.of(bits);
    }
  }

  /** Normal distribution, with the values beyond two bounds moved to them. */
  record Clamped(Normal normal, double low, double high) implements NoiseDistribution {
    @Override
    public float of(int bits) {
      return (float) Math.max(low, Math.min(high, normal.value(bits)));
    }
  }

  /** Uniform distribution between two bounds. */
  record Uniform(double low, double high) implements NoiseDistribution {
    @Override
    public float of(int bits) {
      // Half a step is added, so that the mean is exact.
      double u = (Integer.toUnsignedLong(bits) + 0.5) * 0x1p-32;
      return (float) (low + (high - low) * u);
    }
  }
}
