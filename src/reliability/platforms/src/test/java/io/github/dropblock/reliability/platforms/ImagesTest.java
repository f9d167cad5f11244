package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;
import static io.github.dropblock.reliability.platforms.Program.VECTOR_MODULE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images by jlink, of the program, the library and the modules that they need. */
class ImagesTest {
  private static final Path JLINK = JDK.resolve("bin").resolve("jlink");

  @TempDir private Path folder;

  @BeforeAll
  static void theJdkCanLink() {
    assumeTrue(
        Files.isDirectory(JDK.resolve("jmods")) || helpSays("Linking from run-time image enabled"),
        "this JDK has neither jmods nor a run-time image that can be linked");
  }

  private static boolean helpSays(String capability) {
    Run help = Run.of(List.of(JLINK.toString(), "--help"));
    return help.out().stream().anyMatch(line -> line.contains(capability));
  }

  private Program image(String modules, String... options) {
    Path image = folder.resolve("image");
    List<String> command = new ArrayList<>(List.of(JLINK.toString(), "--module-path"));
    command.addAll(List.of(Program.PATH, "--add-modules", modules, "--output", image.toString()));
    command.addAll(List.of(options));
    Run link = Run.of(command);
    assertEquals(0, link.exit(), link::toString);
    return Program.inImage(image);
  }

  /** The library does not bring the Vector module along by itself. */
  @Test
  void withoutTheVectorModule() {
    Run run = image(Program.MODULE).run().assertGolden();
    run.assertSays("kernels", "scalar (for vectors").assertSays("module", "true");
  }

  /** The module is in the image, but as in a JDK, java must be told to use it. */
  @Test
  void withTheVectorModule() {
    Program image = image(Program.MODULE + "," + VECTOR_MODULE);
    image.run(VECTORS).assertGolden().assertSays("kernels", Cpu.KERNELS);
    image.run().assertGolden().assertSays("kernels", "scalar (for vectors");
  }

  /** The image can have that option built in; the space keeps jlink from taking it for its own. */
  @Test
  void thatUsesTheVectorModuleByItself() {
    Program image = image(Program.MODULE + "," + VECTOR_MODULE, "--add-options= " + VECTORS);
    image.run().assertGolden().assertSays("kernels", Cpu.KERNELS);
  }
}
