package io.github.dropblock.internal.codec;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Reader of a map from an untrusted source. It checks that each key exists, that each value has the
 * right type, and that no key is left over.
 */
public final class MapReader {
  /** Key of what a map describes. */
  static final String TYPE = "type";

  /** Key of the version of the format in which a map is written. */
  static final String VERSION = "version";

  private final String what;
  private final Map<?, ?> map;
  private final Set<Object> read = new HashSet<>();

  /**
   * Creates a reader of a map.
   *
   * @param what the object that the map describes, for messages
   */
  public MapReader(String what, Map<?, ?> map) {
    this.what = what;
    if (map == null) {
      throw new IllegalArgumentException(what + " must not be null");
    }
    this.map = map;
    checkKeys();
  }

  /**
   * Checks that all keys are strings. A sorted map throws if a string is looked up and its keys
   * have another type.
   */
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

  /** Returns a boolean. */
  public boolean flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  /** Returns a map in this one, which another reader is to check. */
  @SuppressWarnings("unchecked") // Each reader checks the keys.
  public Map<String, ?> values(String key) {
    return value(key, Map.class, "a map");
  }

  /** Creates a reader of a map in this one. */
  public MapReader map(String key) {
    return new MapReader(what + " " + key, value(key, Map.class, "a map"));
  }

  /** Returns the constant of an enum by its name. */
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

  /** Returns a whole number in the range of int. */
  public int integer(String key) {
    return integer(key, whole(key));
  }

  private int integer(String key, long value) {
    if (value != (int) value) {
      throw wrong(key, "must fit 32 bits", value);
    }
    return (int) value;
  }

  /** Returns a list of numbers. */
  public double[] reals(String key) {
    return list(key).stream().mapToDouble(value -> real(key, value)).toArray();
  }

  /** Returns a list of whole numbers in the range of int. */
  public int[] integers(String key) {
    return LongStream.of(wholes(key)).mapToInt(value -> integer(key, value)).toArray();
  }

  /** Returns a list of whole numbers. */
  public long[] wholes(String key) {
    return list(key).stream().mapToLong(value -> whole(key, value)).toArray();
  }

  private List<?> list(String key) {
    return (List<?>) value(key, List.class, "a list");
  }

  /** Returns bytes of a known length. Base64 text is accepted too. */
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

  /** Returns the exception for an unknown type. */
  public IllegalArgumentException unknownType(String type) {
    return wrong(TYPE, "is unknown", type);
  }

  /** Checks that every key was read. */
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

  /** Returns a value in a form short enough for a message, since it may have any length. */
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
