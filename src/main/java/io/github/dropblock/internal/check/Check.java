package io.github.dropblock.internal.check;

/**
 * Argument checks. Each message names the parameter, the value and the range.
 *
 * <p>The comparisons are written so that NaN fails them.
 */
public final class Check {
  private Check() {}

  /** Returns {@code value} if it is a probability. */
  public static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is finite. */
  public static double finite(String name, double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite: " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is finite and at least zero. */
  public static double nonNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and >= 0: " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is finite and greater than zero. */
  public static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 0: " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is at least {@code min}. */
  public static int atLeast(String name, int value, int min) {
    return Math.toIntExact(atLeast(name, (long) value, min));
  }

  /** Returns {@code value} if it is at least {@code min}. */
  public static long atLeast(String name, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be >= " + min + ": " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is in {@code [min, max]}. */
  public static int inRange(String name, int value, int min, int max) {
    return Math.toIntExact(inRange(name, (long) value, min, max));
  }

  /** Returns {@code value} if it is in {@code [min, max]}. */
  public static long inRange(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "]: " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is in {@code [min, max]}. */
  public static double inRange(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "]: " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is an index of an axis of that length. */
  public static int index(String name, int value, int length) {
    if (value < 0 || value >= length) {
      throw new IndexOutOfBoundsException(name + " must be in [0, " + length + "): " + value);
    }
    return value;
  }

  /** Returns {@code value} if it is not null. */
  public static <T> T notNull(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return value;
  }
}
