package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.benchmarks.peer.Libtorch;
import io.github.dropblock.benchmarks.peer.LibtorchMap;
import org.bytedeco.javacpp.PointerScope;
import org.openjdk.jmh.annotations.Benchmark;

/** The peer, on one thread; see {@link Libtorch}. A scope frees what a call makes at its end. */
@SuppressWarnings("try") // The scope is there for its end.
public class LibtorchBenchmark {
  /** The form that most people run. */
  @Benchmark
  public LibtorchMap torchvision(LibtorchMaps maps) {
    try (PointerScope scope = new PointerScope()) {
      Libtorch.torchvision(maps.rows, maps.setting);
      return maps.rows;
    }
  }

  /** With one pool for each axis. */
  @Benchmark
  public LibtorchMap separable(LibtorchMaps maps) {
    try (PointerScope scope = new PointerScope()) {
      Libtorch.separable(maps.rows, maps.setting);
      return maps.rows;
    }
  }

  /** In the layout that libtorch's pools are fastest in. */
  @Benchmark
  public LibtorchMap channelsLast(LibtorchMaps maps) {
    try (PointerScope scope = new PointerScope()) {
      Libtorch.torchvision(maps.channelsLast, maps.setting);
      return maps.channelsLast;
    }
  }

  /** Both. */
  @Benchmark
  public LibtorchMap channelsLastSeparable(LibtorchMaps maps) {
    try (PointerScope scope = new PointerScope()) {
      Libtorch.separable(maps.channelsLast, maps.setting);
      return maps.channelsLast;
    }
  }

  /** The built-in dropout. */
  @Benchmark
  public LibtorchMap dropout(LibtorchMaps maps) {
    try (PointerScope scope = new PointerScope()) {
      Libtorch.dropout(maps.rows, maps.setting);
      return maps.rows;
    }
  }
}
