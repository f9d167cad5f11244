package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Maps with some values changed, and values of any type.
 *
 * @param data decides
 */
record MapDraws(FuzzedDataProvider data) {
  private static final int MAX_DEPTH = 3;

  /** All keys and texts of good maps, of any kind. */
  private static final List<String> WORDS = words();

  private static List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    Kind.ALL.forEach(kind -> addWords(words, kind));
    return List.copyOf(words);
  }

  private static <T> void addWords(Set<String> words, Kind<T> kind) {
    kind.seeds().forEach(seed -> addWords(words, kind.toMap().apply(seed)));
  }

  private static void addWords(Set<String> words, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            words.add((String) key);
            addWords(words, inner);
          });
    } else if (value instanceof String text) {
      words.add(text);
    }
  }

  /** A copy with some values changed, removed or added. */
  Map<String, Object> edited(Map<?, ?> map) {
    Map<String, Object> edited = copy(map);
    int edits = data.consumeInt(0, 3);
    for (int i = 0; i < edits; i++) {
      edit(edited);
    }
    return edited;
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            copy.put(
                (String) key,
                value instanceof Map<?, ?> inner && hasWords(inner) ? copy(inner) : value));
    return copy;
  }

  private void edit(Map<String, Object> map) {
    String key = key(map);
    if (map.get(key) instanceof Map<?, ?> inner && hasWords(inner) && data.consumeBoolean()) {
      map.put(key, edited(inner));
    } else if (Draws.oneIn(6, data)) {
      map.remove(key);
    } else {
      map.put(key, value(0));
    }
  }

  private static boolean hasWords(Map<?, ?> map) {
    return map.keySet().stream().allMatch(String.class::isInstance);
  }

  private String key(Map<String, Object> map) {
    return map.isEmpty() || Draws.oneIn(8, data)
        ? word()
        : data.pickValue(map.keySet().toArray(String[]::new));
  }

  private String word() {
    return Draws.oneIn(8, data) ? data.consumeString(12) : data.pickValue(WORDS);
  }

  private Object value(int depth) {
    return switch (data.consumeInt(0, depth < MAX_DEPTH ? 16 : 13)) {
      case 0 -> null;
      case 1 -> data.consumeBoolean();
      case 2, 3 -> Draws.anyLong(data);
      case 4 -> Draws.anyInt(data);
      case 5, 6 -> Draws.anyDouble(data);
      case 7 -> data.consumeFloat();
      case 8, 9 -> word();
      case 10 -> "" + Draws.anyLong(data);
      case 11 -> number();
      case 12 -> data.consumeBytes(20);
      case 13 -> 'c';
      case 14 -> list(depth);
      case 15 -> map(new LinkedHashMap<>(), depth);
      default -> keysOfAnotherType();
    };
  }

  /** Numbers of the kinds that JSON libraries and others give. */
  private Object number() {
    long whole = Draws.anyLong(data);
    return switch (data.consumeInt(0, 5)) {
      case 0 -> BigInteger.valueOf(whole);
      case 1 -> BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(30));
      case 2 -> BigDecimal.valueOf(whole, data.consumeInt());
      case 3 -> new AtomicLong(whole);
      case 4 -> (short) whole;
      default -> (byte) whole;
    };
  }

  private List<Object> list(int depth) {
    Object[] values = new Object[data.consumeInt(0, 6)];
    Arrays.setAll(values, i -> value(depth + 1));
    return data.consumeBoolean() ? Arrays.asList(values) : new ArrayList<>(Arrays.asList(values));
  }

  private Map<String, Object> map(Map<String, Object> map, int depth) {
    int size = data.consumeInt(0, 6);
    for (int i = 0; i < size; i++) {
      map.put(word(), value(depth + 1));
    }
    return map;
  }

  /** Sorted maps refuse to look for a key that they cannot compare. */
  private Map<?, ?> keysOfAnotherType() {
    Map<Object, Object> map = data.consumeBoolean() ? new TreeMap<>() : new LinkedHashMap<>();
    map.put(Draws.anyInt(data), value(MAX_DEPTH));
    return map;
  }
}
