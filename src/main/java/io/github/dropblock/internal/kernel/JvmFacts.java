package io.github.dropblock.internal.kernel;

import java.util.Map;
import java.util.Set;

/**
 * Facts that a JVM tells about its compilers.
 *
 * @param name the VM's name; empty if it may not be read
 * @param info the VM's mode, such as {@code mixed mode, sharing}; empty if it may not be read
 * @param jvmci whether the interface for compilers in Java is enabled, so that one may be in use
 * @param flags the VM's flags by name, without those that cannot be read
 */
record JvmFacts(String name, String info, boolean jvmci, Map<String, String> flags) {
  static final String JVMCI_MODULE = "jdk.internal.vm.ci";

  static JvmFacts read() {
    return new JvmFacts(
        property("java.vm.name", ""),
        property("java.vm.info", ""),
        ModuleLayer.boot().findModule(JVMCI_MODULE).isPresent(),
        VmFlags.read(Set.copyOf(JvmObstacles.FLAGS)));
  }

  /** Returns a system property, or the fallback if it is not set or a security manager hides it. */
  static String property(String key, String fallback) {
    try {
      return System.getProperty(key, fallback);
    } catch (SecurityException e) {
      return fallback;
    }
  }

  boolean flagIs(String name, String value) {
    return value.equals(flags.get(name));
  }
}
