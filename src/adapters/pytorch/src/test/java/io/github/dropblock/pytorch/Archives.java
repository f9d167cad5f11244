package io.github.dropblock.pytorch;

import java.nio.file.Path;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.OutputArchive;

/** Files of networks, as the engine writes and reads them. */
final class Archives {
  private Archives() {}

  static void save(Module network, Path file) {
    try (OutputArchive archive = new OutputArchive()) {
      network.save(archive);
      archive.save_to(file.toString());
    }
  }

  static void load(Module network, Path file) {
    try (InputArchive archive = new InputArchive()) {
      archive.load_from(file.toString());
      network.load(archive);
    }
  }
}
