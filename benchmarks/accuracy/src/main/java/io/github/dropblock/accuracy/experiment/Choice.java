package io.github.dropblock.accuracy.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Choosing a setting for each method. */
final class Choice {
  private Choice() {}

  /**
   * The setting with the highest value of each method, the first one of equals.
   *
   * @param candidates by the method's name
   * @param value to choose by
   */
  static <T> Map<String, T> of(Map<String, List<T>> candidates, ToDoubleFunction<T> value) {
    Map<String, T> chosen = new LinkedHashMap<>();
    candidates.forEach((method, settings) -> chosen.put(method, best(settings, value)));
    return chosen;
  }

  private static <T> T best(List<T> settings, ToDoubleFunction<T> value) {
    T best = settings.get(0);
    for (T setting : settings) {
      best = value.applyAsDouble(setting) > value.applyAsDouble(best) ? setting : best;
    }
    return best;
  }
}
