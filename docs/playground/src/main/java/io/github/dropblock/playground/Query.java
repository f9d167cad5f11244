package io.github.dropblock.playground;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named values of a text like {@code keepProb=0.9&blockHeight=7}, as the page's address has it. */
final class Query {
  private final Map<String, String> values = new LinkedHashMap<>();

  Query(String text) {
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  /** Returns a value, or the fallback if there is none. */
  String text(String name, String fallback) {
    String value = values.get(name);
    return value == null ? fallback : value.trim();
  }

  double real(String name, double fallback) {
    String text = text(name, null);
    try {
      return text == null ? fallback : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(name, "a number", text);
    }
  }

  long integer(String name, long fallback) {
    String text = text(name, null);
    try {
      return text == null ? fallback : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw bad(name, "a whole number", text);
    }
  }

  int inRange(String name, int fallback, int min, int max) {
    long value = integer(name, fallback);
    if (value < min || value > max) {
      throw bad(name, "from " + min + " to " + max, "" + value);
    }
    return (int) value;
  }

  /** Tells whether a checkbox is checked. */
  boolean flag(String name) {
    String text = text(name, "no");
    if (!text.equals("yes") && !text.equals("no")) {
      throw bad(name, "yes or no", text);
    }
    return text.equals("yes");
  }

  /** Returns one of the constants of an enum by its name. */
  <E extends Enum<E>> E constant(String name, E fallback, E[] all) {
    String text = text(name, fallback.name());
    for (E constant : all) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw bad(name, "one of the choices", text);
  }

  private static IllegalArgumentException bad(String name, String range, String text) {
    String value = text.isEmpty() ? ", and not empty" : ": " + text;
    return new IllegalArgumentException(name + " must be " + range + value);
  }
}
