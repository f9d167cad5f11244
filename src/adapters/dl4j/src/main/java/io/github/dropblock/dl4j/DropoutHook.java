package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Does what the engine asks of a dropout in its forward and backward passes. */
final class DropoutHook {
  private final DropoutSettings settings;
  private final Masks masks = new Masks();

  /** Whether a backward pass runs by a mask of inference. */
  private boolean replays;

  DropoutHook(DropoutSettings settings) {
    this.settings = settings;
  }

  DropoutSettings settings() {
    return settings;
  }

  INDArray forward(
      INDArray x, INDArray out, int iteration, int epoch, LayerWorkspaceMgr workspaceMgr) {
    if (replays) {
      // Some layers compute their activations again, from an input that was dropped already.
      return x == out ? out : out.assign(x);
    }
    Activations result = Activations.of("activations", out, settings.layout());
    // Some layers pass none, and one manager is there for everybody.
    boolean own = workspaceMgr != LayerWorkspaceMgr.noWorkspacesImmutable();
    Pass pass = Pass.of(own ? workspaceMgr : null, iteration);
    Regularizer drawn = settings.regularizer(iteration, epoch, pass.use(settings.seed()));
    if (result.sharesMemory()) {
      result = Activations.of("activations", Activations.copy(x, workspaceMgr), settings.layout());
    } else if (x != out) {
      out.assign(x);
    }
    masks.begin(pass);
    result.drop(masks.draw(drawn, result.shape(), iteration));
    return result.array();
  }

  INDArray backward(INDArray dy, INDArray dx) {
    DropMask mask = masks.last();
    Activations gradient = Activations.ofGradient("gradient", dx, settings.layout(), mask.shape());
    if (gradient.sharesMemory()) {
      throw new IllegalArgumentException(
          "gradient must have memory of its own for each element, as dup() gives, not be a"
              + " broadcast view: strides "
              + gradient.strides());
    }
    if (dy != dx) {
      dx.assign(dy);
    }
    gradient.takeBack(mask);
    masks.done();
    return dx;
  }

  /** Drops in place at inference; the mask does not wait for a backward pass. */
  DropMask dropAtInference(INDArray x, int iteration, int epoch, long use, long draw) {
    Activations activations = Activations.of("activations", x, settings.layout());
    Regularizer drawn = settings.regularizer(iteration, epoch, use).forInference();
    DropMask mask = drawn.sample(activations.shape(), draw);
    activations.drop(mask);
    return mask;
  }

  /** Runs a backward pass that is to use a mask of {@link #dropAtInference}. */
  <T> T backwardWith(DropMask mask, Backward<T> pass) throws Throwable {
    masks.push(mask);
    replays = true;
    try {
      return pass.run();
    } finally {
      replays = false;
      masks.remove(mask); // Where the layer's gradient has no place for a dropout.
    }
  }

  /** A backward pass of a layer. */
  interface Backward<T> {
    T run() throws Throwable;
  }

  void clear() {
    masks.forget();
  }
}
