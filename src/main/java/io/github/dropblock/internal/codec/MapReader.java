package io.github.dropblock.internal.codec;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a map that may come from anywhere. Each value has its key and the right type, and no key is
 * left over.
 */
public final class MapReader {
  /** The key that says what a map describes. */
  static final String TYPE = "type";

  /** The key that says in which version of its type's format a map is written. */
  static final String VERSION = "version";

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
    long version = whole(VERSION);
    if (version != supported) {
      throw wrong(VERSION, "must be " + supported, version);
    }
    return this;
  }

  /** Checks the key {@code type}. */
  public MapReader type(String expected) {
    String type = type();
    if (!type.equals(expected)) {
      throw wrong(TYPE, "must be " + expected, type);
    }
    return this;
  }

  /** Returns the value of the key {@code type}. */
  public String type() {
    return text(TYPE);
  }

  /** Returns a string. */
  public String text(String key) {
    return value(key, String.class, "a string");
  }

  /** Returns true or false. */
  public boolean flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  /** Begins to read a map in this one. */
  public MapReader map(String key) {
    return new MapReader(what + " " + key, value(key, Map.class, "a map"));
  }

  /** Returns the constant of an enum that has the name. */
  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    String name = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw wrong(key, "must be one of " + List.of(type.getEnumConstants()), name);
  }

  /** Returns a number. */
  public double real(String key) {
    return real(key, value(key));
  }

  /** Returns a whole number. */
  public long whole(String key) {
    return whole(key, value(key));
  }

  /** Returns a whole number that fits an int. */
  public int integer(String key) {
    long value = whole(key);
    if (value != (int) value) {
      throw wrong(key, "must fit 32 bits", value);
    }
    return (int) value;
  }

  /** Returns a list of numbers. */
  public double[] reals(String key) {
    return list(key).stream().mapToDouble(value -> real(key, value)).toArray();
  }

  /** Returns a list of whole numbers. */
  public long[] wholes(String key) {
    return list(key).stream().mapToLong(value -> whole(key, value)).toArray();
  }

  private List<?> list(String key) {
    return (List<?>) value(key, List.class, "a list");
  }

  /** Returns bytes of a known length, which may also come in Base64. */
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

  /** Returns the error of a type that is none of those expected. */
  public IllegalArgumentException unknownType(String type) {
    return wrong(TYPE, "is unknown", type);
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
    try {
      return Numbers.real(value);
    } catch (IllegalArgumentException e) {
      throw wrong(key, e.getMessage(), value);
    }
  }

  private long whole(String key, Object value) {
    try {
      return Numbers.whole(value);
    } catch (IllegalArgumentException e) {
      throw wrong(key, e.getMessage(), value);
    }
  }

  private IllegalArgumentException wrong(String key, String range, Object value) {
    return new IllegalArgumentException(what + " " + key + " " + range + ": " + brief(value));
  }

  /** Enough of a value for a message: what comes from anywhere may be of any length. */
  private static String brief(Object value) {
    if (value instanceof Map) {
      return "a map";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof byte[]) {
      return "bytes";
    }
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
