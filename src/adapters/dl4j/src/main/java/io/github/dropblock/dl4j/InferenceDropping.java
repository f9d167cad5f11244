package io.github.dropblock.dl4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer that drops its input at inference too, and is the layer itself in all else.
 *
 * <p>A proxy, because the engine asks which interfaces a layer has: an output layer is to remain
 * one, and so is a recurrent layer.
 */
final class InferenceDropping implements InvocationHandler {
  private final Layer layer;
  private final InferenceDraws draws;

  private InferenceDropping(Layer layer, InferenceDraws draws) {
    this.layer = layer;
    this.draws = draws;
  }

  static Layer enabled(Layer layer, InferenceDraws draws) {
    if (layer instanceof FrozenLayer frozen) {
      return new Frozen(frozen, draws);
    }
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> c = layer.getClass(); c != null; c = c.getSuperclass()) {
      interfaces.addAll(Set.of(c.getInterfaces()));
    }
    return (Layer)
        Proxy.newProxyInstance(
            layer.getClass().getClassLoader(),
            interfaces.toArray(Class<?>[]::new),
            new InferenceDropping(layer, draws));
  }

  static boolean isEnabled(Layer layer) {
    return disabled(layer) != layer;
  }

  /** Returns the layer itself. */
  static Layer disabled(Layer layer) {
    if (layer instanceof Frozen frozen) {
      return frozen.original;
    }
    return Proxy.isProxyClass(layer.getClass())
            && Proxy.getInvocationHandler(layer) instanceof InferenceDropping handler
        ? handler.layer
        : layer;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "activate", "rnnTimeStep", "rnnActivateUsingStoredState" -> dropIn(arguments);
      case "backpropGradient", "tbpttBackpropGradient" -> {
        return draws.backward(() -> call(method, arguments));
      }
      default -> {}
    }
    return call(method, arguments);
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(layer, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Drops the input of a forward pass: its first argument, or else what the layer has. */
  private void dropIn(Object[] arguments) {
    LayerWorkspaceMgr workspaceMgr = (LayerWorkspaceMgr) arguments[arguments.length - 1];
    boolean own = arguments[0] instanceof Boolean;
    if (arguments[own ? 0 : 1] instanceof Boolean training && training) {
      draws.trained();
    } else if (!own) {
      arguments[0] = draws.drop((INDArray) arguments[0], workspaceMgr);
    } else if (layer.input() != null) {
      layer.setInput(draws.drop(layer.input(), workspaceMgr), workspaceMgr);
    }
  }

  /** The engine asks for the class of frozen layers. They have no backward pass. */
  private static final class Frozen extends FrozenLayer {
    private static final long serialVersionUID = 1;

    private final transient InferenceDraws draws;
    private final FrozenLayer original;

    Frozen(FrozenLayer original, InferenceDraws draws) {
      super(original.getInsideLayer());
      this.original = original;
      this.draws = draws;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
      if (!training && input() != null) {
        setInput(draws.drop(input(), workspaceMgr), workspaceMgr);
      }
      return super.activate(training, workspaceMgr);
    }

    @Override
    public INDArray activate(INDArray x, boolean training, LayerWorkspaceMgr workspaceMgr) {
      INDArray dropped = training ? x : draws.drop(x, workspaceMgr);
      return super.activate(dropped, training, workspaceMgr);
    }
  }
}
