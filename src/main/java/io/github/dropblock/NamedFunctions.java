package io.github.dropblock;

import java.util.ServiceLoader;

/** Finds mask functions by their names: nothing else is ever loaded because a map names it. */
final class NamedFunctions {
  private NamedFunctions() {}

  static MaskFunction find(String name) {
    MaskFunction found = find(name, Thread.currentThread().getContextClassLoader());
    if (found == null) {
      found = find(name, MaskFunction.class.getClassLoader());
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "regularizer function must be the name of a service "
              + MaskFunction.class.getName()
              + ": "
              + brief(name));
    }
    return found;
  }

  private static MaskFunction find(String name, ClassLoader loader) {
    for (MaskFunction function : ServiceLoader.load(MaskFunction.class, loader)) {
      if (function.name().equals(name) && !name.isEmpty()) {
        return function;
      }
    }
    return null;
  }

  private static String brief(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "...";
  }
}
