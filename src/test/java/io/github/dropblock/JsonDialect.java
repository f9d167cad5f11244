package io.github.dropblock;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps to JSON text and back, with numbers of the classes in which JSON libraries return them. Only
 * for what maps of ours hold: no escapes, no null.
 */
enum JsonDialect {
  /** Integer or Long for whole numbers, and Double. */
  JACKSON {
    @Override
    Object whole(String digits) {
      long value = Long.parseLong(digits);
      return value == (int) value ? (Object) (int) value : (Object) value;
    }
  },
  /** Always BigInteger, and BigDecimal. */
  BIG {
    @Override
    Object whole(String digits) {
      return new BigInteger(digits);
    }

    @Override
    Object real(String digits) {
      return new BigDecimal(digits);
    }
  },
  /** Double for each number: whole numbers beyond 2^53 are written as strings, as one must. */
  DOUBLES {
    @Override
    Object whole(String digits) {
      return Double.valueOf(digits);
    }

    @Override
    String text(long value) {
      return Math.abs((double) value) < 0x1p53 ? "" + value : "\"" + value + "\"";
    }
  },
  /** A string for each whole number. */
  STRINGS {
    @Override
    Object whole(String digits) {
      return digits;
    }
  };

  abstract Object whole(String digits);

  Object real(String digits) {
    return Double.valueOf(digits);
  }

  String text(long value) {
    return "" + value;
  }

  Map<String, Object> roundTrip(Map<String, Object> map) {
    return parse(write(map));
  }

  String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((k, v) -> entries.add(write(k) + ":" + write(v)));
      return "{" + String.join(",", entries) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(",", list.stream().map(this::write).toList()) + "]";
    }
    if (value instanceof Long whole) {
      return text(whole);
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> parse(String text) {
    // Tokens: strings, and what lies between marks.
    List<String> tokens = List.of(text.split("(?<=[\\[\\]{}:,])|(?=[\\[\\]{}:,])"));
    return (Map<String, Object>) value(tokens.iterator());
  }

  private Object value(Iterator<String> tokens) {
    String token = tokens.next();
    return switch (token.charAt(0)) {
      case '{' -> map(tokens);
      case '[' -> list(tokens);
      case '"' -> token.substring(1, token.length() - 1);
      case 't', 'f' -> Boolean.valueOf(token);
      case ']', '}' -> null;
      default -> token.matches("-?\\d+") ? whole(token) : real(token);
    };
  }

  private Map<String, Object> map(Iterator<String> tokens) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Object key = value(tokens); key != null; key = next(tokens)) {
      tokens.next();
      map.put((String) key, value(tokens));
    }
    return map;
  }

  private List<Object> list(Iterator<String> tokens) {
    List<Object> list = new ArrayList<>();
    for (Object element = value(tokens); element != null; element = next(tokens)) {
      list.add(element);
    }
    return list;
  }

  /** What follows a comma; nothing behind the last one. */
  private Object next(Iterator<String> tokens) {
    return tokens.next().equals(",") ? value(tokens) : null;
  }
}
