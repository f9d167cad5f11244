package io.github.dropblock.playground;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Tensor;

/** What the page shows for one state: a mask, and what it makes of feature maps. */
final class Experiment {
  private final Settings settings;
  private final Regularizer regularizer;
  private final DropMask mask;
  private final double[] rates;
  private final Counts counts;

  private Tensor maps;
  private Tensor masked;
  private Averages averages;

  Experiment(Settings settings) {
    this.settings = settings;
    this.regularizer = settings.now();
    this.mask = regularizer.sample(settings.shape(), settings.training().step());
    this.rates = ClosedForm.rates(regularizer, settings.choices(), settings.shape());
    this.counts = new Counts(regularizer, settings.shape());
  }

  /** Applies the mask to the feature maps of a photograph. */
  void apply(Tensor featureMaps) {
    maps = featureMaps;
    masked = mask.apply(maps);
    averages = new Averages(regularizer, maps);
  }

  Settings settings() {
    return settings;
  }

  DropMask mask() {
    return mask;
  }

  Tensor maps() {
    return maps;
  }

  Tensor masked() {
    return masked;
  }

  double[] rates() {
    return rates;
  }

  Counts counts() {
    return counts;
  }

  Averages averages() {
    return averages;
  }

  /** Returns gamma, or NaN for a regularizer that has none. */
  double gamma() {
    return regularizer instanceof DropBlock d ? d.gamma(settings.shape()) : Double.NaN;
  }

  double expectedKeptFraction() {
    return regularizer.expectedKeptFraction(settings.shape());
  }
}
