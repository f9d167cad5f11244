package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void aSecondRunIsRefusedWhileTheFirstOneLasts() throws IOException {
    int[] runs = {0};

    FolderLock.holding(folder, () -> assertTrue(refusal().contains("another run uses")));
    FolderLock.holding(folder, () -> runs[0]++);

    assertEquals(1, runs[0]);
  }

  private String refusal() {
    FolderLock.Action never = () -> fail("the folder was not locked");
    return assertThrows(IOException.class, () -> FolderLock.holding(folder, never)).getMessage();
  }
}
