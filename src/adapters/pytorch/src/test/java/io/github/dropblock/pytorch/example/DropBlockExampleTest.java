package io.github.dropblock.pytorch.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.Dropout;
import io.github.dropblock.pytorch.DropBlockModule;
import java.nio.file.Path;
import org.bytedeco.pytorch.InputArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropBlockExampleTest {
  @TempDir private Path folder;

  @Test
  void itTrainsAndSavesTheStep() {
    String file = folder.resolve("network.pt").toString();
    DropBlockExample.main(new String[] {file});
    DropBlockModule drop = new DropBlockModule(Dropout.of(.5, 1));
    InputArchive archive = new InputArchive();
    archive.load_from(file);
    new Network(drop).load(archive);
    assertEquals(24, drop.step());
    assertEquals(.9, drop.schedule().orElseThrow().at(24));
  }
}
