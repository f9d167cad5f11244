package io.github.dropblock.internal.codec;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a map that may come from anywhere: each value by its key, of the right type, and none left
 * over.
 *
 * <p>Whole numbers may come as any {@link Number} that holds them exactly, or as a decimal string,
 * since JSON libraries differ in this.
 */
public final class MapReader {
  private static final double EXACT_DOUBLES = 0x1p53;

  private final String what;
  private final Map<?, ?> map;
  private final Set<Object> read = new HashSet<>();

  /**
   * Begins to read.
   *
   * @param what what the map describes, for messages
   */
  public MapReader(String what, Map<?, ?> map) {
    this.what = what;
    if (map == null) {
      throw new IllegalArgumentException(what + " must not be null");
    }
    this.map = map;
    checkKeys();
  }

  /** A sorted map throws when it is asked for a key of another type than its own. */
  private void checkKeys() {
    for (Object key : map.keySet()) {
      if (!(key instanceof String)) {
        throw new IllegalArgumentException(what + " must have strings as keys: " + brief(key));
      }
    }
  }

  /** Checks the key {@code version}. */
  public MapReader version(int supported) {
    long version = whole("version");
    if (version != supported) {
      throw wrong("version", "must be " + supported, version);
    }
    return this;
  }

  /** Checks the key {@code type}. */
  public MapReader type(String expected) {
    String type = text("type");
    if (!type.equals(expected)) {
      throw wrong("type", "must be " + expected, type);
    }
    return this;
  }

  /** Whether a key has a value. */
  public boolean has(String key) {
    return map.get(key) != null;
  }

  /** A string. */
  public String text(String key) {
    return value(key, String.class, "a string");
  }

  /** True or false. */
  public boolean flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  /** A map. */
  public MapReader map(String key) {
    return new MapReader(what + " " + key, value(key, Map.class, "a map"));
  }

  /** A constant of an enum, by its name. */
  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    String name = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw wrong(key, "must be one of " + List.of(type.getEnumConstants()), name);
  }

  /** A number. */
  public double real(String key) {
    return real(key, value(key));
  }

  /** A whole number. */
  public long whole(String key) {
    return whole(key, value(key));
  }

  /** A whole number that fits an int. */
  public int integer(String key) {
    long value = whole(key);
    if (value != (int) value) {
      throw wrong(key, "must fit 32 bits", value);
    }
    return (int) value;
  }

  /** A list of numbers. */
  public double[] reals(String key) {
    return list(key).stream().mapToDouble(value -> real(key, value)).toArray();
  }

  /** A list of whole numbers. */
  public long[] wholes(String key) {
    return list(key).stream().mapToLong(value -> whole(key, value)).toArray();
  }

  private List<?> list(String key) {
    return (List<?>) value(key, List.class, "a list");
  }

  /** Bytes, or the same in Base64, of a known length. */
  public byte[] bytes(String key, int length) {
    Object value = value(key);
    if (value instanceof byte[] bytes && bytes.length == length) {
      return bytes;
    }
    if (value instanceof String text && text.length() == (length + 2L) / 3 * 4) {
      byte[] decoded = base64(key, text);
      if (decoded.length == length) {
        return decoded;
      }
    }
    throw new IllegalArgumentException(what + " " + key + " must be " + length + " bytes");
  }

  private byte[] base64(String key, String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + " " + key + " must be Base64", e);
    }
  }

  /** The error of a value that names nothing. */
  public IllegalArgumentException unknown(String key, String value) {
    return wrong(key, "is unknown", value);
  }

  /** Checks that no key is left unread. */
  public void end() {
    for (Object key : map.keySet()) {
      if (!read.contains(key)) {
        throw new IllegalArgumentException(what + " has an unknown key: " + brief(key));
      }
    }
  }

  private Object value(String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException(what + " must have a value of " + key);
    }
    read.add(key);
    return value;
  }

  private <T> T value(String key, Class<T> type, String description) {
    Object value = value(key);
    if (!type.isInstance(value)) {
      throw wrong(key, "must be " + description, value);
    }
    return type.cast(value);
  }

  private double real(String key, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(key, "must be a number", value);
  }

  private long whole(String key, Object value) {
    try {
      if (value instanceof Double || value instanceof Float) {
        return exact(key, ((Number) value).doubleValue());
      }
      if (value instanceof Number) {
        return new BigDecimal(value.toString()).longValueExact();
      }
      if (value instanceof String text) {
        return Long.parseLong(text);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(key, "must be a whole number of 64 bits", value);
    }
    throw wrong(key, "must be a whole number", value);
  }

  /** Beyond 2^53 a double may stand for a number that it does not hold. */
  private long exact(String key, double value) {
    if (!(Math.abs(value) <= EXACT_DOUBLES && value == Math.rint(value))) {
      throw wrong(key, "must be a whole number", value);
    }
    return (long) value;
  }

  private IllegalArgumentException wrong(String key, String range, Object value) {
    return new IllegalArgumentException(what + " " + key + " " + range + ": " + brief(value));
  }

  /** Enough of a value for a message: what comes from anywhere may be of any length. */
  private static String brief(Object value) {
    if (value instanceof Map || value instanceof List || value instanceof byte[]) {
      return value.getClass().getSimpleName();
    }
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
