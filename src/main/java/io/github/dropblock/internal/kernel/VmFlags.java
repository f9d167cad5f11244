package io.github.dropblock.internal.kernel;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reader of the flags of a HotSpot VM.
 *
 * <p>It uses reflection, since the library requires no module but {@code java.base}. A JDK always
 * has the module that is needed, but an image made by jlink may lack it.
 */
final class VmFlags {
  private static final String FACTORY = "java.lang.management.ManagementFactory";
  private static final String BEAN = "com.sun.management.HotSpotDiagnosticMXBean";

  private VmFlags() {}

  /** Returns the values of these flags, without those that do not exist or cannot be read. */
  static Map<String, String> read(Set<String> names) {
    Map<String, String> values = new HashMap<>();
    try {
      Class<?> type = Class.forName(BEAN);
      Object bean =
          Class.forName(FACTORY).getMethod("getPlatformMXBean", Class.class).invoke(null, type);
      Method option = type.getMethod("getVMOption", String.class);
      Method value = option.getReturnType().getMethod("getValue");
      for (String name : names) {
        put(values, name, bean, option, value);
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // There is no such module, it is another VM, or a security manager forbids it: nothing is
      // known.
      return Map.of();
    }
    return Map.copyOf(values);
  }

  private static void put(
      Map<String, String> values, String name, Object bean, Method option, Method value) {
    try {
      values.put(name, value.invoke(option.invoke(bean, name)).toString());
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Versions differ in their flags, and experimental flags are hidden until they are unlocked.
      values.remove(name);
    }
  }
}
