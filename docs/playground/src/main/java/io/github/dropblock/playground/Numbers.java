package io.github.dropblock.playground;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Tensor;
import java.util.BitSet;

/** The numbers beside the pictures, as a text like {@code gamma=0.0025&kept=0.9}. */
final class Numbers {
  private final StringBuilder text = new StringBuilder();

  /** Returns what is known of a state at once. */
  static String of(Experiment experiment) {
    Settings settings = experiment.settings();
    double[] rates = experiment.rates();
    Numbers numbers = new Numbers();
    numbers.put("keepProb", settings.keepProb(settings.training().step()));
    numbers.put("gamma", experiment.gamma());
    numbers.put("expected", experiment.expectedKeptFraction());
    numbers.put("kept", experiment.mask().keptFraction());
    if (settings.choices().kind().isAlpha()) {
      numbers.putAffine(experiment.mask());
    }
    numbers.putRates("closed", rates, settings.shape().w());
    numbers.put("largest", largest(rates));
    return numbers.text.toString();
  }

  /** Returns what was counted so far. */
  static String counted(Experiment experiment) {
    Counts counts = experiment.counts();
    Numbers numbers = new Numbers();
    numbers.put("steps", counts.steps());
    numbers.put("kept", counts.meanKept());
    numbers.put("deviation", counts.deviation());
    numbers.putRates("realized", counts.rates(), experiment.settings().shape().w());
    return numbers.text.toString();
  }

  /** Returns the kept fraction and the scale of one plane. */
  static String ofPlane(DropMask mask, int n, int c) {
    int h = mask.shape().h();
    int w = mask.shape().w();
    int kept = 0;
    for (int i = 0; i < h * w; i++) {
      kept += mask.isKept(n, c, i / w, i % w) ? 1 : 0;
    }
    Numbers numbers = new Numbers();
    numbers.put("kept", (double) kept / (h * w));
    numbers.put("scale", mask.scale(n, c));
    return numbers.text.toString();
  }

  /** What is added to kept positions, and what dropped ones become. */
  private void putAffine(DropMask mask) {
    float[] fills = mask.apply(Tensor.zeros(mask.shape())).data();
    BitSet dropped = mask.dropped();
    int kept = dropped.nextClearBit(0);
    int first = dropped.nextSetBit(0);
    put("shift", kept < fills.length ? fills[kept] : Double.NaN);
    put("fill", first < 0 ? Double.NaN : fills[first]);
  }

  private void putRates(String name, double[] rates, int w) {
    double sum = 0;
    for (double rate : rates) {
      sum += rate;
    }
    put(name + "Corner", rates[0]);
    put(name + "Center", rates[rates.length / w / 2 * w + w / 2]);
    put(name + "Mean", sum / rates.length);
  }

  private void put(String name, double value) {
    text.append(text.length() == 0 ? "" : "&").append(name).append('=').append(value);
  }

  static double largest(double... values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** Returns the largest value of a plane. */
  static float largest(Tensor x, int n, int c) {
    int plane = x.shape().h() * x.shape().w();
    int first = (n * x.shape().c() + c) * plane;
    float largest = 0;
    for (int i = first; i < first + plane; i++) {
      largest = Math.max(largest, x.data()[i]);
    }
    return largest;
  }
}
