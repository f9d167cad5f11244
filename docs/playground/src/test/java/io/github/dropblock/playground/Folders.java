package io.github.dropblock.playground;

import java.nio.file.Path;

/** What the build made. */
final class Folders {
  static final Path SITE = Path.of(System.getProperty("site"));
  static final Path GOLDEN = Path.of(System.getProperty("golden"));
  static final Path CONTRACT = Path.of(System.getProperty("contract"));
  static final Path PASSES = Path.of(System.getProperty("passes"));

  private Folders() {}
}
