package io.github.dropblock.reliability.soak.generator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes random words for a battery that reads them from a pipe. */
@Command(
    name = "generator",
    description = "Writes raw 64-bit words, little-endian, to standard output.",
    showDefaultValues = true)
public final class GeneratorCommand implements Callable<Integer> {
  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = {
        "threefry: one stream, by consecutive counters;",
        "units: the first word of each of many streams: neighboring units, samples, steps, seeds;",
        "masks: bits of dropout masks with keepProb 0.5;",
        "lanes: the same for maps of 8 positions, where each unit draws the first word of each lane."
      })
  private Source source = Source.THREEFRY;

  @Option(names = "--seed", paramLabel = "N", description = "Seed.")
  private long seed = 20181030;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      defaultValue = "9223372036854775807",
      showDefaultValue = Help.Visibility.NEVER,
      description = "How many bytes to write; until the reader is gone unless given.")
  private long bytes;

  @Spec private CommandSpec spec;

  private final OutputStream out;

  /** Writes to the file of standard output itself: {@code System.out} is slower. */
  public GeneratorCommand() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  GeneratorCommand(OutputStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (bytes < 0) {
      throw new ParameterException(spec.commandLine(), "--bytes must be at least 0: " + bytes);
    }
    try {
      write();
    } catch (IOException e) {
      // The reader has had enough, which is how an endless run ends.
      spec.commandLine().getErr().println("generator: output closed: " + e.getMessage());
    }
    return 0;
  }

  private void write() throws IOException {
    WordSource words = source.words(seed);
    ByteBuffer chunk = ByteBuffer.allocate(WordSource.CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (long left = bytes; left > 0; left -= WordSource.CHUNK) {
      words.fill(chunk.clear());
      out.write(chunk.array(), 0, (int) Math.min(left, WordSource.CHUNK));
    }
    out.flush();
  }
}
