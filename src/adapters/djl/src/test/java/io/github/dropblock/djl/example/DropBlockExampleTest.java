package io.github.dropblock.djl.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropBlockExampleTest {
  @TempDir private Path folder;

  @Test
  void itTrainsAndSavesTheStep() throws Exception {
    DropBlockExample.main(new String[] {folder.toString()});
    byte[] model = Files.readAllBytes(folder.resolve("example-0000.params"));
    String text = new String(model, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("\"step\":24"));
  }
}
