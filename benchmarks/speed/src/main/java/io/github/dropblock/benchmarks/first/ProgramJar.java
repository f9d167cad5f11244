package io.github.dropblock.benchmarks.first;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The programs of fresh JVMs in a jar: archives of classes do not take classes from folders. */
final class ProgramJar {
  private ProgramJar() {}

  /** Writes the classes, and those of this package that they use. */
  static Path write(Path file, Class<?>... programs) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Class<?> program : programs) {
        add(jar, program);
      }
      add(jar, Clock.class);
      add(jar, SteadySpeed.class);
    }
    return file;
  }

  private static void add(JarOutputStream jar, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new ZipEntry(name));
    try (InputStream bytes = type.getResourceAsStream("/" + name)) {
      bytes.transferTo(jar);
    }
    jar.closeEntry();
  }

  /** Returns the jar or folder that a class comes from. */
  static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
