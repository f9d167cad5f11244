package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import java.util.Map;

/**
 * One value everywhere.
 *
 * @param value finite
 */
record ConstantFill(float value) implements Fill {
  static final String TYPE = "constant";
  static final ConstantFill ZERO = new ConstantFill(0f);

  ConstantFill {
    Check.finite("fill value", value);
  }

  static ConstantFill read(MapReader in) {
    return new ConstantFill((float) in.real("value"));
  }

  Map<String, Object> toMap() {
    return MapWriter.of(TYPE).put("value", (double) value).map();
  }

  @Override
  public String toString() {
    return equals(ZERO) ? "zero()" : "constant(" + value + ")";
  }
}
