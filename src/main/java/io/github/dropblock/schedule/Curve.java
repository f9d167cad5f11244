package io.github.dropblock.schedule;

import java.util.Map;

/** Formula of a schedule of the library. Equal formulas are equal. */
interface Curve {
  /** Returns keepProb at a step. */
  double at(long step);

  /** Returns the formula as a map. */
  Map<String, Object> toMap();
}
