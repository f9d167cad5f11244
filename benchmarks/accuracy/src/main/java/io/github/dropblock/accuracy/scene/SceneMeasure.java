package io.github.dropblock.accuracy.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A number that is measured of a network on scenes: a column of its row, after the trial's. */
public interface SceneMeasure {
  /** Its value in a row. */
  double in(List<String> row);

  /** The columns of a CSV file: a trial's, and one for each measure. */
  static List<String> header(List<String> trial, Enum<?>[] measures) {
    return Stream.concat(
            trial.stream(), Stream.of(measures).map(each -> each.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** The values of the columns; of what was not measured, an empty text. */
  static <M> List<String> row(SceneTrial<?> trial, M[] measures, Map<M, Double> measured) {
    List<String> row = new ArrayList<>(trial.fields());
    for (M measure : measures) {
      Double value = measured.get(measure);
      row.add(value == null ? "" : String.format(Locale.ROOT, "%.5f", value));
    }
    return row;
  }
}
